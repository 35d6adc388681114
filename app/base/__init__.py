"""What every room stands on: the session, the one transaction, leased work, folded text, hints to workers."""

from app.base.asking import only_asks
from app.base.clock import read_clock, set_clock
from app.base.db import Model, Moment, Plain, Texts, Written, db, prepare_engine, transaction
from app.base.hints import hint, on_hint
from app.base.keepable import keepable, whole_text
from app.base.lease import LeaseLost, Work, claim, give_back, given_up, postpone, renew, settle, try_again
from app.base.organisation import Organisation, PostOffice, organisation, post_office, set_organisation, set_post_office
from app.base.sentence import Refusal
from app.base.span import NotASpan, Span
from app.base.text import fold, in_a_row, isolated, latin_digits, pick

__all__ = [
    "LeaseLost",
    "Model",
    "Moment",
    "NotASpan",
    "Organisation",
    "Plain",
    "PostOffice",
    "Refusal",
    "Span",
    "Texts",
    "Work",
    "Written",
    "claim",
    "db",
    "fold",
    "give_back",
    "given_up",
    "hint",
    "in_a_row",
    "isolated",
    "keepable",
    "latin_digits",
    "on_hint",
    "only_asks",
    "organisation",
    "pick",
    "post_office",
    "postpone",
    "prepare_engine",
    "read_clock",
    "renew",
    "set_clock",
    "set_organisation",
    "set_post_office",
    "settle",
    "transaction",
    "try_again",
    "whole_text",
]
