#ifndef FIXLINE_LINE_EDITOR_H
#define FIXLINE_LINE_EDITOR_H

#include <stddef.h>
#include <sys/types.h>

/* libedit behind functions that Swift can call: el_set and history are variadic, which Swift does not import. */

/* A line editor on stdin and stdout, with a history that lives as long as the editor. */
typedef struct fixline_editor fixline_editor;

/* Makes an editor with a prompt; escape sequences in it stand between two bytes \1. NULL where there is no memory. */
fixline_editor *fixline_editor_new(const char *prompt);

/* Reads a line, without its newline. NULL at end of input. Valid until the next call; length in bytes. */
const char *fixline_editor_read(fixline_editor *editor, size_t *length);

/* Gives the terminal back as it was found. */
void fixline_editor_free(fixline_editor *editor);

/* From here on SIGINT, SIGTERM and SIGHUP don't end the process: they end its input. 0, or -1 with errno. */
int fixline_signals_end_input(void);

/* As read(2), but gives 0 when such a signal has come. */
ssize_t fixline_read(int descriptor, void *buffer, size_t capacity);

/* Takes the user's locale for characters or, where that is no UTF-8, C.UTF-8: in the C locale å would vanish. */
void fixline_use_utf8(void);

/* The width of the terminal on a descriptor in columns, 0 where it can't be told. */
int fixline_terminal_width(int descriptor);

#endif
