"""`katalog serve`: the site at a local address, made anew when a file is saved."""

from __future__ import annotations

import argparse

from katalog.commands.options import add_idag
from katalog.publish import site_hook

HELP = "Visar sajten på den här datorn och bygger om den när en fil sparas. Fel i posterna visas i webbläsaren."


def add_arguments(command: argparse.ArgumentParser) -> None:
    command.add_argument("--port", metavar="PORT", type=int, default=8000, help="annars 8000")
    add_idag(command)


def run(options: argparse.Namespace) -> int:
    print(f"Sajten visas på http://127.0.0.1:{options.port}/ om en liten stund. Avsluta med Ctrl-C.", flush=True)
    site_hook.serve(f"127.0.0.1:{options.port}", options.idag)
    return 0
