#!/usr/bin/env python3
"""Fixline on IRC: answers whoever addresses it in a channel ("fixline: the button is grey") or writes to it alone.

Each person has a session of their own in each channel and one in private. When `fixline serve` is started anew, the
message that was under way is sent again: its id keeps it from being answered twice.
"""

import argparse
import os
import socket
import sys
import time
import uuid

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "python"))
from fixline import Fixline, FixlineError  # noqa: E402

# A line of IRC has at most 512 bytes, with the sender's address that the server puts in front.
LONGEST_TEXT = 380
# Servers cut off who writes too fast: so many lines at once, and then one in so many seconds.
BURST, PACE = 8, 1.0


class Irc:
    """A connection to an IRC server."""

    def __init__(self, host, port, nick):
        self.nick = nick
        self._socket = socket.create_connection((host, port))
        self._lines = self._socket.makefile("rb")
        self._quiet_at = 0.0
        self.send(f"NICK {nick}")
        self.send(f"USER {nick} 0 * :Fixline")

    def send(self, line):
        self._socket.sendall(line.encode() + b"\r\n")

    def say(self, target, text):
        for line in text.splitlines():
            for part in parts(line):
                now = time.monotonic()
                self._quiet_at = max(self._quiet_at, now) + PACE
                time.sleep(max(0.0, self._quiet_at - now - BURST * PACE))
                self.send(f"PRIVMSG {target} :{part}")

    def messages(self, channels):
        """Joins the channels and yields each message as (nick, target, text)."""
        for raw in self._lines:
            prefix, command, arguments = parse(raw.decode("utf-8", "replace").rstrip("\r\n"))
            if command == "PING":
                self.send(f"PONG :{arguments[-1]}")
            elif command == "001":
                for channel in channels:
                    self.send(f"JOIN {channel}")
            elif command == "433":
                raise SystemExit(f"the nick {self.nick} is taken; choose another with --nick")
            elif command == "PRIVMSG" and len(arguments) == 2:
                yield prefix.split("!")[0], arguments[0], arguments[1]


def parse(line):
    """Takes a line of IRC apart: who, what, arguments."""
    prefix = ""
    if line.startswith(":"):
        prefix, _, line = line[1:].partition(" ")
    head, colon, rest = line.partition(" :")
    words = head.split() + ([rest] if colon else [])
    return prefix, words[0] if words else "", words[1:]


def parts(line):
    """Cuts a line at spaces, so that each part fits into a line of IRC."""
    part = ""
    for word in line.split():
        if part and len(f"{part} {word}".encode()) > LONGEST_TEXT:
            yield part
            part = word
        else:
            part = f"{part} {word}" if part else word
    if part:
        yield part


class Desk:
    """The way to `fixline serve`, taken again whenever it breaks off."""

    def __init__(self, place):
        self._place = place
        self._bot = Fixline.connect(place)

    def replies(self, session, text):
        """What the bot says, as texts; None where it can't just now."""
        message_id = str(uuid.uuid4())
        for wait in (0, 1, 2, 4, None):
            try:
                self._bot = self._bot or Fixline.connect(self._place)
                return [reply["text"] for reply in self._bot.message(session, text, message_id)["replies"]]
            except FixlineError as error:
                print(error, file=sys.stderr)
                if not error.retry:
                    return None
            except (OSError, EOFError) as error:
                print(f"fixline serve: {error}", file=sys.stderr)
                self._bot = None
            if wait is not None:
                time.sleep(wait)
        return None


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--server", default="localhost:6667", help="host:port")
    parser.add_argument("--nick", default="fixline")
    parser.add_argument("--fixline", default="/run/fixline/socket", help="where `fixline serve` listens")
    parser.add_argument("channels", nargs="*", help="such as '#it'")
    options = parser.parse_args()
    host, _, port = options.server.rpartition(":")
    irc = Irc(host, int(port), options.nick)
    desk = Desk(options.fixline)
    for nick, target, text in irc.messages(options.channels):
        in_private = target.lower() == options.nick.lower()
        addressed = text.lower().startswith((f"{options.nick.lower()}:", f"{options.nick.lower()},"))
        # What begins with U+0001 is between programs (CTCP).
        if text.startswith("\x01") or not (in_private or addressed):
            continue
        person = nick.lower()
        session = f"irc:{person}" if in_private else f"irc:{target.lower()}:{person}"
        said = text if in_private else text[len(options.nick) + 1:].strip()
        where, address = (nick, "") if in_private else (target, f"{nick}: ")
        replies = desk.replies(session, said) or ["Something is wrong with me just now. Please try again later."]
        for reply in replies:
            irc.say(where, address + reply)


if __name__ == "__main__":
    main()
