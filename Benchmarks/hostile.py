#!/usr/bin/env python3
"""Clients that mean no good, or whose machine has died, against `fixline serve --unix`.

Meanwhile an ordinary client has to be answered, and at the end the server has to be alive, not to have grown, and to
stop within five seconds with every reply that was written in the log. Exits with 1 where it doesn't.
"""

import argparse
import json
import os
import random
import signal
import socket
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time


def connect(path):
    connection = socket.socket(socket.AF_UNIX)
    connection.connect(path)
    return connection


def request(number, session, text):
    return json.dumps({
        "jsonrpc": "2.0", "id": number, "method": "message", "params": {"session": session, "text": text},
    }).encode() + b"\n"


def endless_line(path, stop):
    """100 MB without a newline."""
    connection = connect(path)
    for _ in range(1600):
        connection.sendall(b"x" * 65536)
    connection.sendall(b"\n" + request(1, "endless", "hello"))
    lines = connection.makefile("rb")
    first, second = json.loads(lines.readline()), json.loads(lines.readline())
    assert first["error"]["code"] == -32003 and second["result"]["turn"] == 1, (first, second)


def noise(path, stop):
    """Random bytes."""
    chance = random.Random(1)
    while not stop.is_set():
        connection = connect(path)
        connection.settimeout(1)
        try:
            for _ in range(50):
                connection.sendall(chance.randbytes(4096))
                connection.recv(1 << 16)
        except OSError:
            pass
        connection.close()


def half_open(path, stop):
    """Connections that say half a line, or nothing, and stay."""
    connections = [connect(path) for _ in range(100)]
    for number, connection in enumerate(connections):
        connection.sendall(b'{"jsonrpc":' if number % 2 else b"")
    stop.wait()


def deaf(path, stop):
    """Writes and never reads."""
    connections = [connect(path) for _ in range(20)]
    for connection in connections:
        connection.setblocking(False)
    number = 0
    while not stop.is_set():
        for index, connection in enumerate(connections):
            number += 1
            try:
                connection.send(request(number, f"deaf-{index}", "hello"))
            except BlockingIOError:
                pass
            except OSError:
                connections[index] = connect(path)
                connections[index].setblocking(False)
        time.sleep(0.001)


def memory(process, name):
    with open(f"/proc/{process.pid}/status") as status:
        return next(int(line.split()[1]) for line in status if line.startswith(name)) / 1024


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--fixline", default=".build/release/fixline")
    parser.add_argument("--seconds", type=float, default=60)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path, log = os.path.join(folder, "socket"), os.path.join(folder, "log.sqlite")
        server = subprocess.Popen([options.fixline, "serve", "--unix", path, "--log", log, "--log-level", "error"])
        while not os.path.exists(path):
            time.sleep(0.05)
        failures = []

        def guarded(attack, stop):
            try:
                attack(path, stop)
            except Exception as error:
                if stop.is_set():
                    return  # The server has been stopped.
                failures.append(f"{attack.__name__}: {error!r}")

        stop = threading.Event()
        attacks = [
            threading.Thread(target=guarded, args=(attack, stop)) for attack in (endless_line, noise, half_open, deaf)]
        for attack in attacks:
            attack.start()
        ordinary, waits = connect(path), []
        ordinary.settimeout(10)
        lines = ordinary.makefile("rb")
        end = time.monotonic() + options.seconds
        early = None
        while time.monotonic() < end:
            start = time.monotonic()
            ordinary.sendall(request(len(waits) + 1, "ordinary", "the button is greyed out"))
            reply = json.loads(lines.readline())
            waits.append(time.monotonic() - start)
            if reply.get("result", {}).get("turn") != len(waits):
                failures.append(f"the ordinary client got {reply}")
            if early is None and time.monotonic() > end - options.seconds / 2:
                early = memory(server, "VmRSS")
            time.sleep(0.02)
        late = memory(server, "VmRSS")
        start = time.monotonic()
        stop.set()
        server.send_signal(signal.SIGTERM)
        status = server.wait(20)
        stopped = time.monotonic() - start
        for attack in attacks:
            attack.join()
        turns = sqlite3.connect(log).execute(
            "SELECT max(turn) FROM session WHERE name = 'ordinary'").fetchone()[0]
    waits.sort()
    print(f"the ordinary client: {len(waits)} replies, median {waits[len(waits) // 2] * 1000:.1f} ms, "
          f"longest {waits[-1] * 1000:.1f} ms, {turns} turns in the log")
    print(f"memory half-way {early:.0f} MB, at the end {late:.0f} MB; stopped in {stopped:.1f} s with status {status}")
    if turns != len(waits):
        failures.append("the log and the replies differ")
    if status != 0 or stopped > 5:
        failures.append("the server did not stop as it should")
    if late > 1.2 * early + 10:
        failures.append("the server grew")
    for failure in failures:
        print(failure)
    sys.exit(bool(failures))


if __name__ == "__main__":
    main()
