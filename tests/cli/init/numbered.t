# A title that ends in a number

`fedora-20` would be read as the id FEDORA-020, so the handle has no dash.

    $ pmo init "Fedora 20"
    made  pmo.yaml
    made  fedora20/project.yaml

    Next  pmo person add PC "YOUR NAME"     you; then all who belong to it
          pmo edit project                  the charter, in your editor
          pmo + TEXT                        what you hear, in one line

    Take it back: pmo undo
