#ifndef FIXLINE_SIGNALS_H
#define FIXLINE_SIGNALS_H

/* Also notes when the terminal changes its size and when the process goes on after a stop. 0, or -1 with errno. */
int fixline_watch_terminal(void);

/* Waits until a descriptor can be read: 0, a signal's number where one came instead, or -1 with errno. */
int fixline_wait(int descriptor);

#endif
