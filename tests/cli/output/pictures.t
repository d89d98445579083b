fixture: cadup
needs: pandoc
needs: rsvg-convert
needs: unzip

# Figures in documents of word processors

Not every one of them shows SVG; pictures of dots they all know.

    $ export PMO_TODAY=2026-11-20 PMO_USER=PC
    $ pmo onepage -o page.docx; unzip -l page.docx | grep -c 'media/.*png'
    pmo: wrote page.docx
    1
    $ unzip -l page.docx | grep -c 'svg'
    0
    [1]
    $ mkdir bin; for p in pandoc unzip grep; do ln -s "$(command -v $p)" bin; done
    $ PATH=$(dirname "$(command -v pmo)"):$PWD/bin pmo onepage -o page.docx
    pmo: the figures may be missing in it, since rsvg-convert is not installed: apt install librsvg2-bin
    pmo: wrote page.docx
