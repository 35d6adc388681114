"""The engine room: BPMN models in, runs that can be trusted out. Pure: no Flask, database, clock or network."""

from app.engine.check import check
from app.engine.compile import compile_bundle
from app.engine.diagram import Diagram, Element, Flow, Start
from app.engine.errors import StateTooLarge, StateUnreadable, StepClosed
from app.engine.expressions import ExpressionBroken, evaluate
from app.engine.facts import Facts, Mapping
from app.engine.finding import Finding, ModelRefused
from app.engine.moving import Moved, Reason, Route, Verdict
from app.engine.offer import Offer, OfferGone
from app.engine.offering import apply_offer, mended, offers
from app.engine.read.bundle import Bundle, read_bundle
from app.engine.rows import Call, Delivery, Failure, Incident, Passed, Sent, Step, Timer, Wait
from app.engine.run import Run
from app.engine.simulate import simulate
from app.engine.words.incidents import incident_text

__all__ = [
    "Bundle",
    "Call",
    "Delivery",
    "Diagram",
    "Element",
    "ExpressionBroken",
    "Facts",
    "Failure",
    "Finding",
    "Flow",
    "Incident",
    "Mapping",
    "ModelRefused",
    "Offer",
    "OfferGone",
    "Moved",
    "Passed",
    "Reason",
    "Route",
    "Run",
    "Sent",
    "Start",
    "StateTooLarge",
    "StateUnreadable",
    "Step",
    "StepClosed",
    "Timer",
    "Verdict",
    "Wait",
    "apply_offer",
    "check",
    "compile_bundle",
    "evaluate",
    "incident_text",
    "mended",
    "offers",
    "read_bundle",
    "simulate",
]
