"""Parts that chart types share: axes, legend, hover text, marks, headings."""
