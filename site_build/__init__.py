"""What builds the site: plain functions, in a room for each thing that is made.

MkDocs' hooks call them one line each, and what makes a product also runs by itself
(`python -m site_build.runtime.wheel`), so a successor of MkDocs needs only another caller.
"""
