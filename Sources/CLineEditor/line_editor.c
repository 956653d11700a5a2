#include "line_editor.h"
#include "signals.h"

#include <errno.h>
#include <histedit.h>
#include <langinfo.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>
#include <wchar.h>

struct fixline_editor {
  EditLine *line;
  History *history;
  char *prompt;
};

static char *prompt_of(EditLine *line) {
  fixline_editor *editor = NULL;
  el_get(line, EL_CLIENTDATA, &editor);
  return editor->prompt;
}

/* Reads a character as libedit does, but in one wait with the signals, none of which may tear the line apart. */
static int read_character(EditLine *line, wchar_t *character) {
  mbstate_t state;
  memset(&state, 0, sizeof state);
  for (;;) {
    int number = fixline_wait(STDIN_FILENO);
    if (number == SIGWINCH) {
      el_resize(line);
    } else if (number == SIGCONT) {
      el_set(line, EL_PREP_TERM, 1);
      el_set(line, EL_REFRESH);
    } else if (number != 0) {
      return 0;
    } else {
      char byte;
      ssize_t count = read(STDIN_FILENO, &byte, 1);
      if (count < 0 && errno == EINTR) continue;
      if (count <= 0) return (int)count;
      size_t length = mbrtowc(character, &byte, 1, &state);
      if (length != (size_t)-1 && length != (size_t)-2) return 1;
      if (length == (size_t)-1) memset(&state, 0, sizeof state);
    }
  }
}

fixline_editor *fixline_editor_new(const char *prompt) {
  if (fixline_signals_end_input() != 0 || fixline_watch_terminal() != 0) return NULL;
  fixline_editor *editor = calloc(1, sizeof *editor);
  if (editor == NULL) return NULL;
  editor->prompt = strdup(prompt);
  editor->line = el_init("fixline", stdin, stdout, stderr);
  editor->history = history_init();
  if (editor->prompt == NULL || editor->line == NULL || editor->history == NULL) {
    fixline_editor_free(editor);
    return NULL;
  }
  HistEvent event;
  history(editor->history, &event, H_SETSIZE, 200);
  history(editor->history, &event, H_SETUNIQUE, 1);
  el_set(editor->line, EL_CLIENTDATA, editor);
  el_set(editor->line, EL_PROMPT_ESC, prompt_of, '\1');
  el_set(editor->line, EL_EDITOR, "emacs");
  el_set(editor->line, EL_HIST, history, editor->history);
  el_set(editor->line, EL_GETCFN, read_character);
  el_source(editor->line, NULL);
  return editor;
}

const char *fixline_editor_read(fixline_editor *editor, size_t *length) {
  int count = 0;
  /* libedit itself does this only after the prompt, and a Ctrl-D typed between the two would be lost. */
  el_set(editor->line, EL_PREP_TERM, 1);
  const char *text = el_gets(editor->line, &count);
  if (text == NULL || count <= 0) return NULL;
  HistEvent event;
  if (text[0] != '\n') history(editor->history, &event, H_ENTER, text);
  *length = (size_t)count - (text[count - 1] == '\n');
  return text;
}

void fixline_editor_free(fixline_editor *editor) {
  if (editor->line != NULL) el_end(editor->line);
  if (editor->history != NULL) history_end(editor->history);
  free(editor->prompt);
  free(editor);
}

void fixline_use_utf8(void) {
  setlocale(LC_CTYPE, "");
  if (strcmp(nl_langinfo(CODESET), "UTF-8") != 0) setlocale(LC_CTYPE, "C.UTF-8");
}

int fixline_terminal_width(int descriptor) {
  struct winsize size;
  return ioctl(descriptor, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}
