"""The studio's pages. Every route loads through the person's rights: not yours is not there."""

from app.studio.routes.audit import blueprint as audit
from app.studio.routes.bringing import blueprint as bringing
from app.studio.routes.checking import blueprint as checking
from app.studio.routes.drafts import blueprint as drafts
from app.studio.routes.drawing import blueprint as drawing
from app.studio.routes.export import blueprint as export
from app.studio.routes.files import blueprint as files
from app.studio.routes.forms import blueprint as forms
from app.studio.routes.moves import blueprint as moves
from app.studio.routes.moving import blueprint as moving
from app.studio.routes.parts import blueprint as parts
from app.studio.routes.playing import blueprint as playing
from app.studio.routes.previews import blueprint as previews
from app.studio.routes.publish_plan import blueprint as publish_plan
from app.studio.routes.publishing import blueprint as publishing
from app.studio.routes.renamings import blueprint as renamings
from app.studio.routes.rights import blueprint as rights
from app.studio.routes.said import blueprint as said
from app.studio.routes.sheet import blueprint as sheet
from app.studio.routes.shelf import blueprint as shelf
from app.studio.routes.tables import blueprint as tables
from app.studio.routes.trying import blueprint as trying
from app.studio.routes.versions import blueprint as versions
from app.studio.routes.walking import blueprint as walking
from app.studio.routes.words import blueprint as words

blueprints = (
    audit,
    bringing,
    checking,
    drafts,
    drawing,
    export,
    files,
    forms,
    moves,
    moving,
    parts,
    playing,
    previews,
    publish_plan,
    publishing,
    renamings,
    rights,
    said,
    sheet,
    shelf,
    tables,
    trying,
    versions,
    walking,
    words,
)
