import { readdirSync, readFileSync } from 'node:fs';
import { readClaimDatabase } from './src/claims/vite-plugin';
import { prepareClaims, resemblances } from './src/echoes/echo';
const arts = readClaimDatabase().articles;
const flat = arts.flatMap(a => a.claims.map(c => ({ ...c, cues: (c as any).cues ?? [], headline: a.headline, art: a.key })));
const prep = prepareClaims(flat);
const dir='tests/echoes/articles';
const all:any[]=[]; let pos=[0,0];
readdirSync(dir).sort().forEach((f,i)=>{ const [h,...ls]=readFileSync(`${dir}/${f}`,'utf8').trim().split('\n'); const sents=ls.map(l=>l.replace(/^\[[^\]]*\] /,'')); const labels=ls.map(l=>/^\[([^\]]*)\]/.exec(l)?.[1]?.split(', ')??[]);
 for(const l of labels) if(l.length) pos[i%2]!++;
 const rs=resemblances(sents,h!.slice(2),prep,0.05);
 for(const r of rs) all.push({half:i%2,f,score:r.score,ok:labels[r.sentence]!.includes(flat[r.claim]!.id),has:labels[r.sentence]!.length>0,s:sents[r.sentence],c:flat[r.claim]!.id,l:labels[r.sentence]}); });
for(const t of [.2,.25,.3,.35,.4,.45,.5,.55]) { const o=[0,1].map(h=>{const x=all.filter(a=>a.half===h&&a.score>=t); const ok=x.filter(a=>a.ok).length; return `P ${(ok/x.length).toFixed(2)} R ${(ok/pos[h]!).toFixed(2)} n${x.length}`}); console.log(t,o.join(' | ')); }
const T=Number(process.argv[2]??.3);
for(const a of all.filter(a=>!a.ok&&a.score>=T).sort((a,b)=>b.score-a.score)) console.log('FP',a.score.toFixed(2),a.c,a.l.join(),'|',a.s.slice(0,110));
if(process.argv[3]) for(const a of all.filter(a=>a.ok&&a.score<T)) console.log('low',a.score.toFixed(2),a.c,'|',a.s.slice(0,110));
