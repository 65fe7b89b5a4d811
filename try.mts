import { loadLadder } from './src/dataset/load.ts';
import { createCatalog } from './src/core/catalog.ts';
import { pictureOf } from './src/graph/picture.ts';
import { writeSvg } from './src/graph/svg.ts';
import { pictureNames } from './src/views/graph.ts';
import { writeFileSync } from 'node:fs';
for (const f of process.argv.slice(2)) { const l=loadLadder(f).ladder; const c=createCatalog(l); const t=Date.now();
 try { const s=writeSvg(pictureOf(c,{tracks:[],whole:true}), pictureNames(c)); const o='/tmp/o-'+f.split('/').pop()+'.svg'; writeFileSync(o,s); console.log(f,l.roles.length,l.tracks.length,Date.now()-t,'ms',/viewBox="[^"]+"/.exec(s)![0]); } catch(e){console.log(f,String(e).slice(0,200));} }
