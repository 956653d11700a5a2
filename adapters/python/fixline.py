"""A client of Fixline's line protocol (docs/protocol.md), in one file and with nothing but the standard library.

    with Fixline.connect("/run/fixline/socket") as bot:
        for reply in bot.message("anna", "the button is greyed out")["replies"]:
            print(reply["text"])

One object is one connection and belongs to one thread.
"""

import json
import socket
import subprocess


class FixlineError(Exception):
    """An error reply: `code` as in docs/protocol.md; where `retry` is true the same request may succeed later."""

    def __init__(self, code, message, retry=False):
        super().__init__(message)
        self.code = code
        self.retry = retry


class Fixline:
    """A connection to `fixline serve`."""

    def __init__(self, reader, writer, close):
        self._reader, self._writer, self._close = reader, writer, close
        self._count = 0

    @classmethod
    def connect(cls, place, token=None):
        """Connects to a Unix socket ("/run/fixline/socket") or by TCP ("127.0.0.1:7070", and a token if it asks)."""
        if "/" in place:
            connection = socket.socket(socket.AF_UNIX)
            connection.connect(place)
        else:
            host, _, port = place.rpartition(":")
            connection = socket.create_connection((host.strip("[]"), int(port)))
        stream = connection.makefile("rwb")

        def close():
            stream.close()
            connection.close()

        client = cls(stream, stream, close)
        if token is not None:
            client.request("initialize", token=token)
        return client

    @classmethod
    def spawn(cls, command=("fixline", "serve")):
        """Starts a server of one's own, which ends with the connection."""
        process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)

        def close():
            process.stdin.close()
            process.wait()
            process.stdout.close()

        return cls(process.stdout, process.stdin, close)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def close(self):
        self._close()

    def request(self, method, **params):
        """Sends a request and gives its result; raises FixlineError or, where the server has gone, EOFError."""
        self._count += 1
        params = {name: value for name, value in params.items() if value is not None}
        request = {"jsonrpc": "2.0", "id": self._count, "method": method, "params": params}
        self._writer.write(json.dumps(request).encode() + b"\n")
        self._writer.flush()
        for line in self._reader:
            reply = json.loads(line)
            if reply["id"] not in (self._count, None):
                continue
            if "error" in reply:
                error = reply["error"]
                raise FixlineError(error["code"], error["message"], error.get("data", {}).get("retry", False))
            return reply["result"]
        raise EOFError("the server has closed the connection")

    def message(self, session, text="", message_id=None, choice=None):
        """One message of a person. The same `message_id` again gives the same reply and moves nothing."""
        return self.request("message", session=session, text=text, message_id=message_id, choice=choice)

    def feedback(self, session, helped):
        """Whether the last fix helped: "yes", "no" or "partly"."""
        return self.request("feedback", session=session, helped=helped)

    def end(self, session):
        """Ends the session's conversation."""
        return self.request("session.end", session=session)
