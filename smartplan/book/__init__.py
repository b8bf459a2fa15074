"""Books: views of the plan for templates, the template engine, the block model."""
