"""Policy packs: which clause asks for which control, and which conduct an agency's order supports.

Configuration says which rules an agency has; how a rule is enforced is code, marked
`@enforces(Control.X)`.
"""
