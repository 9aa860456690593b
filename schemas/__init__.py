"""Pydantic models only: one module for each noun; imports nothing of ours."""
