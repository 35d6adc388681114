"""Sending mails through the SMTP server of the settings; without one they stay in the outbox."""

import smtplib
import ssl
from email.message import EmailMessage
from email.utils import format_datetime, formataddr
from urllib.parse import unquote, urlsplit

from app.base import post_office

PATIENCE = 20  # seconds


def pack_mail(mail) -> dict:
    """What sending needs, as plain values."""
    post = post_office()
    return {
        "server": post.server,
        "from": post.sender,
        "to": formataddr((mail.person.name(mail.person.language), mail.address)),
        "subject": mail.subject,
        "text": mail.text,
        "html": mail.html,
        "message_id": mail.message_id,
        "written_at": mail.written_at,
    }


def send_mail(parcel: dict) -> bool:
    """Whether it left; False without a server. Raises what smtplib raises, and the mail is tried again."""
    if not parcel["server"]:
        return False
    message = compose(parcel)
    with _connect(parcel["server"]) as server:
        server.send_message(message)
    return True


def note_sent(mail, left: bool, *, now):
    mail.sent_at = now if left else None


def compose(parcel: dict) -> EmailMessage:
    """Multipart: plain text first, HTML beside it; marked as automatic, so that no absence answers it (RFC 3834)."""
    message = EmailMessage()
    message["From"] = parcel["from"]
    message["To"] = parcel["to"]
    message["Subject"] = " ".join(parcel["subject"].split())
    message["Date"] = format_datetime(parcel["written_at"])
    message["Message-ID"] = parcel["message_id"]
    message["Auto-Submitted"] = "auto-generated"
    message["X-Auto-Response-Suppress"] = "All"
    message.set_content(parcel["text"])
    message.add_alternative(parcel["html"], subtype="html")
    return message


def _connect(url: str):
    parts = urlsplit(url)
    if parts.scheme == "smtps":
        server = smtplib.SMTP_SSL(
            parts.hostname, parts.port or 465, timeout=PATIENCE, context=ssl.create_default_context()
        )
    else:
        server = smtplib.SMTP(parts.hostname, parts.port or 25, timeout=PATIENCE)
        if parts.scheme == "smtp+tls" or parts.port == 587:
            server.starttls(context=ssl.create_default_context())
    if parts.username:
        server.login(unquote(parts.username), unquote(parts.password or ""))
    return server
