"""The site: settings, addresses, one file a page, one template a block.

It puts the other rooms together and knows no mathematics.
"""
