import { readFileSync } from 'node:fs';
import { readClaimDatabase } from './src/claims/vite-plugin';
import { prepareClaims, resemblances } from './src/echoes/echo';
const arts = readClaimDatabase().articles;
for (const [i,f] of ['2022-us-vietnam-stall','2025-vietnam-will-not-balance'].entries()) {
 const d=JSON.parse(readFileSync(`/work/shared/articles/${f}.json`,'utf8'));
 const sents=d.paragraphs.flatMap((p:string)=>p.replace(/\u00a0/g,' ').split(/(?<=[.!?”])\s+(?=[A-Z“])(?<!U\.S\. )/));
 const flat=arts[1-i]!.claims.map(c=>({...c,cues:(c as any).cues??[],headline:arts[1-i]!.headline}));
 const own=arts[i]!.claims.map(c=>({...c,cues:(c as any).cues??[],headline:arts[i]!.headline}));
 const prep=prepareClaims([...flat,...own]);
 console.log(f,sents.length);
 for(const r of resemblances(sents,d.headline,prepareClaims(flat),Number(process.argv[2]??.2))) console.log(r.score.toFixed(2),flat[r.claim]!.id,'|',sents[r.sentence]!.slice(0,150));
}
