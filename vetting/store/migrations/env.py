"""Alembic's entry: runs on the connection that `Store.migrate` hands over."""

from alembic import context

from vetting.store.tables import UtcDateTime, metadata


def _render(kind, item, _context):
    """Name our own column type without its package."""
    return "UtcDateTime()" if kind == "type" and isinstance(item, UtcDateTime) else False


context.configure(connection=context.config.attributes["connection"], target_metadata=metadata, render_item=_render)
with context.begin_transaction():
    context.run_migrations()
