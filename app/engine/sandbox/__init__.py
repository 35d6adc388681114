"""Python of the models, run out of process where it reaches nothing: no files, no network, no endless memory."""

from app.engine.sandbox.environment import SANDBOX, Sandbox
from app.engine.sandbox.errors import SandboxError
from app.engine.sandbox.source import reads

__all__ = ["SANDBOX", "Sandbox", "SandboxError", "reads"]
