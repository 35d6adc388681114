"""The API's own description, OpenAPI 3.1, made from one table so that it cannot forget a path."""

PATHS = (
    ("get", "/services", "Services you may ask for", None, 200, "ServiceList"),
    ("get", "/services/{slug}", "One service, with its form", None, 200, "ServiceWithForm"),
    ("post", "/services/{slug}/cases", "Ask for a service: a new case", "NewCase", 201, "Case"),
    ("get", "/cases/{number}", "One case you may see", None, 200, "Case"),
    ("post", "/cases/{number}/messages", "Bring a case a message it waits for", "Message", 200, "Case"),
    ("get", "/tasks", "Tasks waiting for you and your groups, due first", None, 200, "TaskList"),
    ("get", "/tasks/{id}", "One task that is or was for you", None, 200, "Task"),
    ("post", "/tasks/{id}/claim", "Take a task; 409 names who was first", None, 200, "Task"),
    ("delete", "/tasks/{id}/claim", "Give a task back", None, 200, "Task"),
    (
        "post",
        "/tasks/{id}/completion",
        "Complete a task; 422 lists what is wrong, 409 names who was first",
        "Completion",
        200,
        "Task",
    ),
)
TEXT, NUMBER, OBJECT = {"type": "string"}, {"type": "integer"}, {"type": "object"}
MOMENT = {"type": ["string", "null"], "format": "date-time"}
MAYBE = {"type": ["string", "null"]}
ERRORS = {
    401: "No valid token",
    404: "Not there, or not yours",
    409: "Somebody was faster",
    422: "Something given is wrong",
}


def _object(**properties) -> dict:
    return {"type": "object", "properties": properties}


def _list(of: str) -> dict:
    return _object(items={"type": "array", "items": {"$ref": f"#/components/schemas/{of}"}}, next=MAYBE)


OUTCOME = _object(key=TEXT, name=TEXT, needs_comment={"type": "boolean"})
SERVICE = {
    "slug": TEXT,
    "id": TEXT,
    "kind": TEXT,
    "department": TEXT,
    "category": MAYBE,
    "version": NUMBER,
    "name": TEXT,
    "summary": TEXT,
    "description": TEXT,
    "need": {"type": "array", "items": TEXT},
}
SCHEMAS = {
    "Service": _object(**SERVICE),
    "ServiceWithForm": _object(**SERVICE, form={"type": ["object", "null"]}),
    "ServiceList": _list("Service"),
    "Case": _object(
        number=TEXT,
        title=TEXT,
        state=TEXT,
        service=TEXT,
        version=NUMBER,
        requester=TEXT,
        beneficiary=TEXT,
        opened_at=MOMENT,
        due_at=MOMENT,
        closed_at=MOMENT,
        answers=OBJECT,
        waiting_for={"type": ["object", "null"]},
    ),
    "Task": _object(
        id=NUMBER,
        case=TEXT,
        title=TEXT,
        element=TEXT,
        name=TEXT,
        state=TEXT,
        form=MAYBE,
        outcomes={"type": "array", "items": OUTCOME},
        opened_at=MOMENT,
        due_at=MOMENT,
        closed_at=MOMENT,
        outcome=MAYBE,
        claimed_by=MAYBE,
    ),
    "TaskList": _list("Task"),
    "NewCase": _object(answers=OBJECT),
    "Message": _object(name=TEXT, values=OBJECT),
    "Completion": _object(values=OBJECT, outcome=TEXT, comment=TEXT),
    "Problem": _object(
        title=TEXT,
        status=NUMBER,
        detail=TEXT,
        errors={"type": "array", "items": _object(path=TEXT, label=TEXT, message=TEXT)},
    ),
}


def document(base_url: str) -> dict:
    """The whole description, for the address at which this installation answers."""
    paths = {}
    for method, path, summary, body, status, answer in PATHS:
        paths.setdefault(path, {})[method] = _operation(method, path, summary, body, status, answer)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Mizban",
            "version": "1",
            "description": "Services as executable diagrams: the same rules as the pages.",
        },
        "servers": [{"url": base_url + "/api/v1"}],
        "security": [{"bearer": []}],
        "paths": paths,
        "components": {"schemas": SCHEMAS, "securitySchemes": {"bearer": {"type": "http", "scheme": "bearer"}}},
    }


def _operation(method, path, summary, body, status, answer) -> dict:
    names = [part[1:-1] for part in path.split("/") if part.startswith("{")]
    operation = {
        "summary": summary,
        "operationId": method + "".join(part.strip("{}").capitalize() for part in path.split("/")),
        "parameters": [
            {"name": name, "in": "path", "required": True, "schema": NUMBER if name == "id" else TEXT} for name in names
        ],
        "responses": {
            str(status): {"description": summary, "content": _json(answer)},
            **{str(code): {"description": words, "content": _json("Problem")} for code, words in ERRORS.items()},
        },
    }
    if body:
        operation["requestBody"] = {"required": True, "content": _json(body)}
    if path in ("/services/{slug}/cases", "/cases/{number}/messages"):
        operation["parameters"].append(
            {
                "name": "Idempotency-Key",
                "in": "header",
                "schema": TEXT,
                "description": "The same key does it once, and gives the case of the first time",
            }
        )
    if path == "/tasks":
        operation["parameters"] += [
            {"name": "view", "in": "query", "schema": {"enum": ["mine", "groups", "soon"]}},
            {"name": "after", "in": "query", "schema": NUMBER},
        ]
    return operation


def _json(schema: str) -> dict:
    return {"application/json": {"schema": {"$ref": f"#/components/schemas/{schema}"}}}
