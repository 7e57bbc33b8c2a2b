import { chromium } from "@playwright/test";
import { AxeBuilder } from "@axe-core/playwright";
const base="http://127.0.0.1:3100";
const which=process.argv[2]?.split(",");
const pages={login:"/login",list:"/preview?sort=name",form:"/preview/form",nf:"/preview/broken?how=404",forb:"/preview/broken?how=403",boom:"/preview/broken",db:"/preview/broken?how=db"};
const b=await chromium.launch({executablePath:"/usr/bin/chromium",args:["--no-sandbox"]});
for(const [vw,vh,dev] of [[1440,900,"d"],[360,740,"p"]]) for(const scheme of ["light","dark"]) for(const locale of ["zh-CN","en"]){
  const c=await b.newContext({viewport:{width:vw,height:vh},colorScheme:scheme,hasTouch:dev==="p",isMobile:dev==="p"});
  await c.addCookies([{name:"locale",value:locale,url:base},{name:"diaodu.session-token",value:"x",url:base}]);
  for(const [n,u] of Object.entries(pages)){ if(which&&!which.includes(n)) continue;
    const p=await c.newPage(); const logs=[];
    p.on("console",m=>{if(["error","warning"].includes(m.type())&&!(process.env.DEV&&m.text().startsWith("Applying inline style")))logs.push(m.text().slice(0,160))}); p.on("pageerror",e=>logs.push("PAGEERR "+String(e).slice(0,160)));
    await p.goto(base+u,{waitUntil:"networkidle"}); await p.waitForTimeout(300);
    const full=n==="list"||n==="form";
    await p.screenshot({path:`/tmp/shots/${n}-${dev}-${scheme}-${locale}.png`,fullPage:full});
    const r=await new AxeBuilder({page:p}).withTags(["wcag2a","wcag2aa","wcag21a","wcag21aa","wcag22aa","best-practice"]).analyze();
    const over=await p.evaluate(()=>document.documentElement.scrollWidth-document.documentElement.clientWidth);
    console.log(n,dev,scheme,locale,"axe",r.violations.map(v=>v.id+":"+v.impact+":"+v.nodes.slice(0,2).map(x=>x.target.join(" ")+" "+(x.any[0]?.message??"")).join("|")).join("; ")||"clean","overflow",over,[...new Set(logs)].slice(0,4).join(" ## "));
    await p.close();
  }
  await c.close();
}
await b.close();
