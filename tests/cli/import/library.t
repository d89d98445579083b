needs: readelf

# A library that is not there

The libraries that read what other programs made are loaded when they are needed. Where one cannot be
loaded, that is said, and everything else works.

    $ pmo init w >out; cd w; pmo risk add 'Fiber permit late' >out
    $ mkdir broken; for name in libexpat.so.1 libjansson.so.4; do echo no library >broken/$name; done
    $ pmo export all.json
    pmo: all.json: the whole workspace, 2 records, as json
    $ echo '<Project/>' >plan.xml
    $ LD_LIBRARY_PATH=$PWD/broken pmo import plan.xml
    plan.xml:1:1: error: libexpat.so.1 is needed for it and cannot be loaded [library-missing]
    [4]
    $ LD_LIBRARY_PATH=$PWD/broken pmo import all.json
    all.json:1:1: error: libjansson.so.4 is needed for it and cannot be loaded [library-missing]
    [4]
    $ LD_LIBRARY_PATH=$PWD/broken pmo risk --format csv
    id,title,score,band,owner,next_review,status
    RSK-001,Fiber permit late,,unrated,,,identified
