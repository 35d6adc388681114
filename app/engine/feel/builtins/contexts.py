"""Functions of contexts (DMN 10.3.4.10), and what models for Camunda 8 use beside them."""
from typing import Any

from app.engine.feel.builtins.registry import function
from app.engine.feel.run import Run
from app.engine.feel.scope import MISSING


@function("get value(m: context, key: string)")
@function("get value(context: context, key: string)")
def get_value(run: Run, m: dict, key: str) -> Any:
    return m.get(key)


@function("get value(context: context, keys: list)")
def get_value_along(run: Run, context: dict, keys: list) -> Any:
    value: Any = context
    for key in keys:
        value = value.get(key) if isinstance(value, dict) and isinstance(key, str) else None
    return value


@function("get entries(m: context)")
@function("get entries(context: context)")
def get_entries(run: Run, m: dict) -> list:
    return [{"key": key, "value": value} for key, value in m.items()]


@function("context(entries: list)")
def context(run: Run, entries: list) -> Any:
    made: dict[str, Any] = {}
    for entry in entries:
        if not isinstance(entry, dict) or not isinstance(entry.get("key"), str) or "value" not in entry:
            return run.warn("context() takes entries, each with a key and a value.")
        if entry["key"] in made:
            return run.warn(f"context() was given two entries named {entry['key']}.")
        made[entry["key"]] = entry["value"]
    return made


@function("context put(context: context, key: string, value: any?)")
@function("put(context: context, key: string, value: any?)")
def context_put(run: Run, context: dict, key: str, value: Any) -> dict:
    return {**context, key: value}


@function("context put(context: context, keys: list, value: any?)")
def context_put_along(run: Run, context: dict, keys: list, value: Any) -> Any:
    if not keys or not all(isinstance(key, str) for key in keys):
        return run.warn("context put() takes the names of entries.")
    key, *rest = keys
    if not rest:
        return {**context, key: value}
    inner = context.get(key)
    if not isinstance(inner, dict):
        return run.warn(f"context put() finds no context named {key}.")
    changed = context_put_along(run, inner, rest, value)
    return None if changed is None else {**context, key: changed}


@function("context merge(contexts: list)")
@function("put all(contexts...: list)")
def context_merge(run: Run, contexts: list) -> Any:
    if not all(isinstance(item, dict) for item in contexts):
        return run.warn("context merge() takes contexts.")
    run.fits(sum(map(len, contexts)))
    return {key: value for item in contexts for key, value in item.items()}


@function("assert(value: any?, condition: boolean?, cause?: string?)")
def asserted(run: Run, value: Any, condition: bool | None, cause: str | None) -> Any:
    """The value if the condition is true; else null, saying why."""
    return value if condition is True else run.warn(cause or "An assertion does not hold.")


@function("is defined(value: any?)")
def is_defined(run: Run, value: Any) -> bool:
    return value is not MISSING


@function("get or else(value: any?, default: any?)")
def get_or_else(run: Run, value: Any, default: Any) -> Any:
    return default if value is None else value
