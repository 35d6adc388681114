"""The catalogue: services read from files, frozen as versions, found and offered to those who may ask."""

from app.catalog.browse import Entry, every, for_person, general, recent, shelves, visible
from app.catalog.draft import draft
from app.catalog.fault import Broken, Fault
from app.catalog.grants import Grant, grants, may_call
from app.catalog.offer import Offer
from app.catalog.outcome import built_in_words
from app.catalog.outcome import words as outcome_keys
from app.catalog.parcel import gathered, parcel_of, yaml_of, zipped
from app.catalog.published import FormMissing, Published, VersionUnusable, forget, offers, published
from app.catalog.publishing import (
    LiveAlready,
    NotOffered,
    StillOffered,
    offer_again,
    publish,
    retire,
    roll_back,
)
from app.catalog.search import matching, search
from app.catalog.service import Category, Service, ServiceVersion
from app.catalog.sync import SyncReport, sync
from app.catalog.told import SENT, WITHDRAWN
from app.catalog.tongues import in_tongues, tongue
from app.catalog.walk import Walked, play
from app.catalog.walk_fault import WalkFault

__all__ = [
    "Broken",
    "Category",
    "Entry",
    "Fault",
    "FormMissing",
    "Grant",
    "LiveAlready",
    "NotOffered",
    "Offer",
    "Published",
    "SENT",
    "Service",
    "ServiceVersion",
    "StillOffered",
    "SyncReport",
    "VersionUnusable",
    "WITHDRAWN",
    "WalkFault",
    "Walked",
    "built_in_words",
    "draft",
    "every",
    "for_person",
    "forget",
    "general",
    "gathered",
    "grants",
    "in_tongues",
    "matching",
    "may_call",
    "offer_again",
    "offers",
    "outcome_keys",
    "parcel_of",
    "play",
    "publish",
    "published",
    "recent",
    "retire",
    "roll_back",
    "search",
    "shelves",
    "sync",
    "tongue",
    "visible",
    "yaml_of",
    "zipped",
]
