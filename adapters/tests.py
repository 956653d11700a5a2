#!/usr/bin/env python3
"""The adapters, each against the real thing: a running `fixline serve`, a real ngircd, the TypeScript compiler.

What this machine hasn't got is skipped with its name. `FIXLINE` names the program (default: .build/debug/fixline).
"""

import os
import shutil
import socket
import sqlite3
import subprocess
import sys
import tempfile
import time
import unittest
from email import message_from_bytes
from email.policy import default as mail_policy
from pathlib import Path

ADAPTERS = Path(__file__).resolve().parent
ROOT = ADAPTERS.parent
PROGRAM = os.environ.get("FIXLINE", str(ROOT / ".build/debug/fixline"))
PATH = os.environ["PATH"] + ":/usr/sbin"

sys.dont_write_bytecode = True
sys.path.insert(0, str(ADAPTERS / "python"))
from fixline import Fixline, FixlineError  # noqa: E402


def missing(*tools):
    """The first of some tools that isn't here."""
    return next((tool for tool in tools if shutil.which(tool, path=PATH) is None), None)


def needs(*tools):
    return unittest.skipIf(missing(*tools), f"{missing(*tools)} is not installed")


def wait_for(condition, what):
    """Looks again and again for two minutes: on a busy machine the first start takes its time to learn."""
    end = time.monotonic() + 120
    while not condition():
        if time.monotonic() > end:
            raise AssertionError(f"{what} did not come about")
        time.sleep(0.02)


class AdapterTest(unittest.TestCase):
    """A test with a server of its own. What the first one has learned is kept for the others."""

    cache = tempfile.TemporaryDirectory()

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        self.socket = str(self.folder / "socket")
        self.log = str(self.folder / "log.sqlite")
        (self.folder / "bin").mkdir()
        (self.folder / "bin/fixline").symlink_to(PROGRAM)
        self.environment = {
            "PATH": f"{self.folder}/bin:{PATH}", "FIXLINE_LOG": self.log, "FIXLINE_INTENTS": str(ROOT / "Intents"),
            "LANG": "C.UTF-8", "HOME": str(self.folder),
            "XDG_CACHE_HOME": self.cache.name, "PYTHONDONTWRITEBYTECODE": "1",
        }
        self.serve()

    def serve(self):
        """Starts `fixline serve`; afterwards `self.server` is its process."""
        self.server = self.start([PROGRAM, "serve", "--unix", self.socket, "--log-level", "error"])
        wait_for(lambda: os.path.exists(self.socket), "the server")

    def start(self, command):
        process = subprocess.Popen(command, env=self.environment, stdout=subprocess.DEVNULL)

        def stop():
            process.terminate()
            process.wait()

        self.addCleanup(stop)
        return process

    def logged(self):
        """The sessions in the log and how many turns each has."""
        with sqlite3.connect(self.log) as log:
            return dict(log.execute("SELECT name, max(turn) FROM session GROUP BY name"))


class PythonTest(AdapterTest):
    def test_conversation(self):
        with Fixline.connect(self.socket) as bot:
            first = bot.message("anna", "knappen för att återställa lösenord är grå", message_id="1")
            self.assertEqual((first["turn"], first["language"]), (1, "sv"))
            self.assertTrue(bot.message("anna", "x", message_id="1")["repeated"])
            with self.assertRaises(FixlineError) as caught:
                bot.message("anna", choice="nonsense")
            self.assertEqual(caught.exception.code, -32602)
            bot.end("anna")
        self.assertEqual(self.logged(), {"anna": 1})

    def test_server_of_its_own(self):
        os.environ.update(self.environment)
        with Fixline.spawn([PROGRAM, "serve"]) as bot:
            self.assertEqual(bot.message("bo", "hello")["turn"], 1)


class ShellTest(AdapterTest):
    @needs("jq")
    def test_own_server(self):
        self.assertIn("?", self.ask("button greyed out"))

    @needs("jq", "nc")
    def test_socket(self):
        self.environment["FIXLINE_SOCKET"] = self.socket
        self.assertIn("?", self.ask("button greyed out"))
        self.assertTrue(self.ask("user administrator"))
        self.assertEqual(self.logged(), {"me": 2})

    def ask(self, text):
        command = [ADAPTERS / "shell/fixline-ask", "me", text]
        return subprocess.run(command, env=self.environment, check=True, capture_output=True, text=True).stdout


class MailTest(AdapterTest):
    MAIL = (
        "From: Anna <anna@example.org>\nTo: helpdesk@example.org\nSubject: the reset password button is greyed out\n"
        "Message-ID: <1@example.org>\n\nWhat can I do?\n-- \nAnna\n")

    def test_thread(self):
        first = self.reply_to(self.MAIL)
        self.assertEqual(first["To"], "Anna <anna@example.org>")
        self.assertEqual(first["In-Reply-To"], "<1@example.org>")
        self.assertEqual(first["Auto-Submitted"], "auto-replied")
        self.assertIn("?", first.get_content())
        second = self.reply_to(
            f"From: Anna <anna@example.org>\nTo: helpdesk@example.org\nSubject: {first['Subject']}\n"
            f"Message-ID: <2@example.org>\nIn-Reply-To: {first['Message-ID']}\n"
            f"References: {first['References']} {first['Message-ID']}\n\nuser administrator\n\nFixline wrote:\n> What\n")
        self.assertNotEqual(first.get_content(), second.get_content())
        (session, turns), = self.logged().items()
        self.assertEqual(turns, 2)
        self.assertNotIn("example", session)

    def test_delivered_twice(self):
        self.assertEqual(self.reply_to(self.MAIL).get_content(), self.reply_to(self.MAIL).get_content())
        self.assertEqual(list(self.logged().values()), [1])

    def test_html_alone_and_a_character_set_that_nobody_knows(self):
        head = "From: Anna <anna@example.org>\nSubject: fråga\nMIME-Version: 1.0\nContent-Type: text/"
        html = self.reply_to(
            head + "html; charset=utf-8\n\n<style>p {}</style><p>the reset password <b>button</b> is greyed out</p>")
        self.assertIn("greyed out", html.get_content())
        self.assertTrue(self.reply_to(head + "plain; charset=x-unknown\n\nthe button is greyed out å").get_content())

    def test_too_long_for_a_line(self):
        self.assertTrue(self.reply_to(self.MAIL.replace("What can I do?", "å\n" * 100_000)).get_content())

    def test_machine(self):
        self.assertIsNone(self.reply_to("Auto-Submitted: auto-replied\n" + self.MAIL))

    def reply_to(self, text):
        key = self.folder / "key"
        key.write_text("secret")
        command = [ADAPTERS / "mail/fixline-mail", "--key-file", key, "--fixline", self.socket]
        output = subprocess.run(
            command, env=self.environment, check=True, input=text.encode(), stdout=subprocess.PIPE).stdout
        return message_from_bytes(output, policy=mail_policy) if output else None


class IrcTest(AdapterTest):
    @needs("ngircd")
    def test_channel_and_private_talk(self):
        with socket.create_server(("127.0.0.1", 0)) as free:
            port = free.getsockname()[1]
        settings = self.folder / "ngircd.conf"
        settings.write_text(
            f"[Global]\nName = irc.test.local\nInfo = test\nPorts = {port}\nListen = 127.0.0.1\nServerUID = 65534\n"
            "ServerGID = 65534\nPidFile = /dev/null\n[Options]\nDNS = no\nIdent = no\nPAM = no\n")
        settings.chmod(0o644)
        self.folder.chmod(0o755)
        self.start([shutil.which("ngircd", path=PATH), "--nodaemon", "--config", str(settings)])
        wait_for(lambda: can_connect(port), "ngircd")
        self.start([
            sys.executable, str(ADAPTERS / "irc/fixline_irc.py"), "--server", f"127.0.0.1:{port}", "--fixline",
            self.socket, "#it"])
        anna, bo = Person(port, "anna"), Person(port, "bo")
        self.addCleanup(anna.close)
        self.addCleanup(bo.close)
        anna.send("JOIN #it")
        anna.wait_for("fixline")
        anna.send("PRIVMSG #it :good morning everybody")
        anna.send("PRIVMSG #it :fixline: knappen för att återställa lösenord är grå")
        self.assertIn("anna:", anna.wait_for(":fixline!", "PRIVMSG #it"))
        bo.send("PRIVMSG fixline :the reset password button is greyed out")
        bo.wait_for(":fixline!", "PRIVMSG bo")
        bo.send("PRIVMSG fixline :user administrator")
        bo.wait_for(":fixline!", "PRIVMSG bo")
        wait_for(lambda: self.logged() == {"irc:#it:anna": 1, "irc:bo": 2}, "the log")
        self.server.kill()
        self.server.wait()
        os.unlink(self.socket)
        self.serve()
        bo.send("PRIVMSG fixline :\x01VERSION\x01")
        bo.send("PRIVMSG fixline :an ordinary user")
        bo.wait_for(":fixline!", "PRIVMSG bo")
        wait_for(lambda: self.logged() == {"irc:#it:anna": 1, "irc:bo": 3}, "the log")


def can_connect(port):
    try:
        socket.create_connection(("127.0.0.1", port)).close()
        return True
    except OSError:
        return False


class Person:
    """Somebody on IRC."""

    def __init__(self, port, nick):
        self.socket = socket.create_connection(("127.0.0.1", port), timeout=120)
        self.lines = self.socket.makefile("rb")
        self.send(f"NICK {nick}")
        self.send(f"USER {nick} 0 * :{nick}")
        self.wait_for(" 001 ")

    def send(self, line):
        self.socket.sendall(line.encode() + b"\r\n")

    def close(self):
        self.lines.close()
        self.socket.close()

    def wait_for(self, *parts):
        """The next line with all of these in it."""
        for raw in self.lines:
            line = raw.decode().rstrip()
            if line.startswith("PING"):
                self.send(line.replace("PING", "PONG"))
            if all(part in line for part in parts):
                return line
        raise AssertionError("the IRC server hung up")


class TypeScriptTest(AdapterTest):
    SOURCE = str(ADAPTERS / "typescript/fixline.ts")
    COMPILE = ["tsc", "--strict", "--target", "es2020", "--module", "commonjs"]

    @needs("tsc")
    def test_types(self):
        subprocess.run([*self.COMPILE, "--noEmit", self.SOURCE], check=True)

    @needs("tsc", "node")
    def test_conversation(self):
        subprocess.run([*self.COMPILE, "--outDir", str(self.folder), self.SOURCE], check=True)
        script = """
            const { Fixline, FixlineError } = require(process.argv[1]);
            const { createConnection } = require("net");
            const bot = new Fixline(createConnection(process.argv[2]));
            (async () => {
              const both = await Promise.all([bot.message("a", "hello"), bot.message("b", { text: "hej" })]);
              const error = await bot.message("a", { choice: "nonsense" }).catch((error) => error);
              console.log(both.map((result) => result.language).join(), error instanceof FixlineError, error.code);
              bot.close();
            })();
        """
        run = subprocess.run(
            ["node", "-e", script, str(self.folder / "fixline.js"), self.socket], check=True, capture_output=True,
            text=True)
        self.assertEqual(run.stdout, "en,sv true -32602\n")


if __name__ == "__main__":
    unittest.main()
