"""Telling people: who hears of which event, in the tray and by mail, in their language."""

from app.notifications.handling import handle
from app.notifications.mail import Mail
from app.notifications.notice import Notice, unread_count
from app.notifications.recalling import recall
from app.notifications.sending import note_sent, pack_mail, send_mail

__all__ = ["Mail", "Notice", "handle", "note_sent", "pack_mail", "recall", "send_mail", "unread_count"]
