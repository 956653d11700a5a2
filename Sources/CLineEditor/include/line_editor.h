#ifndef FIXLINE_LINE_EDITOR_H
#define FIXLINE_LINE_EDITOR_H
#include <histedit.h>
#endif
