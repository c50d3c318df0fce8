"""A letter as a file that a mail program opens as a draft.

Input: whom it goes to, whom answers go to, subject and text. Output: the file's text, the same for the same letter.
"""

from __future__ import annotations

from collections.abc import Sequence
from email.message import EmailMessage
from email.policy import SMTP


def render_draft(to: Sequence[str], reply_to: str, subject: str, text: str) -> str:
    """RFC 5322 with CRLF, UTF-8 as quoted-printable. It has no day and no sender: the mail program writes them when it
    is sent. `X-Unsent: 1` makes Outlook and Thunderbird open it for writing."""
    message = EmailMessage(policy=SMTP)
    message["To"] = ", ".join(to)
    if reply_to:
        message["Reply-To"] = reply_to
    message["Subject"] = subject
    message["X-Unsent"] = "1"
    message.set_content(text, cte="quoted-printable")
    message["Content-Language"] = "sv"  # after the content, which clears what is told of it
    return message.as_bytes().decode("ascii")
