#define _GNU_SOURCE  // pipe2
#include "signals.h"
#include "line_editor.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <unistd.h>

/* The handlers write the signal's number here, so that waiting for input and for signals is one poll: a signal that
   comes just before the wait is not missed. */
static int signal_pipe[2] = {-1, -1};

static void note(int number) {
  int saved = errno;
  unsigned char byte = (unsigned char)number;
  (void)!write(signal_pipe[1], &byte, 1);
  errno = saved;
}

/* Whoever started the process may have left the signal blocked; it is let through. */
static int handle(int number) {
  struct sigaction action = {.sa_handler = note};
  sigset_t unblocked;
  sigemptyset(&action.sa_mask);
  sigemptyset(&unblocked);
  sigaddset(&unblocked, number);
  return sigaction(number, &action, NULL) | sigprocmask(SIG_UNBLOCK, &unblocked, NULL);
}

int fixline_signals_end_input(void) {
  if (signal_pipe[0] != -1) return 0;
  if (pipe2(signal_pipe, O_CLOEXEC | O_NONBLOCK) != 0) return -1;
  return handle(SIGINT) | handle(SIGTERM) | handle(SIGHUP);
}

int fixline_watch_terminal(void) {
  return handle(SIGWINCH) | handle(SIGCONT);
}

int fixline_wait(int descriptor) {
  struct pollfd waiting[2] = {{.fd = signal_pipe[0], .events = POLLIN}, {.fd = descriptor, .events = POLLIN}};
  for (;;) {
    if (poll(waiting, 2, -1) < 0) {
      if (errno == EINTR) continue;
      return -1;
    }
    unsigned char number;
    if (waiting[0].revents && read(signal_pipe[0], &number, 1) == 1) return number;
    if (waiting[1].revents) return 0;
  }
}

ssize_t fixline_read(int descriptor, void *buffer, size_t capacity) {
  if (fixline_wait(descriptor) != 0) return 0;
  ssize_t count;
  do count = read(descriptor, buffer, capacity);
  while (count < 0 && errno == EINTR);
  return count;
}
