"""What builds the site: plain functions, in a room for each thing that is made.

MkDocs' hooks call them one line each, and what makes a product also runs without it
(`python -m site_build.make wheel runtime`), so a successor of MkDocs needs only another caller.
"""
