"""Questions that are too long for an address: asked by POST, and answered without holding the place of a writer."""


def only_asks(view):
    """Mark a view that writes nothing whatever its method; what it writes after all is tried again as a writer."""
    view.only_asks = True
    return view
