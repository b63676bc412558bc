"""What builds the site: plain functions, one module a product.

MkDocs' hooks call them one line each, and each module also runs by itself
(`python -m site_build.wheel`), so a successor of MkDocs needs only another caller.
"""
