import { chromium } from "@playwright/test";
import { AxeBuilder } from "@axe-core/playwright";
const base="http://127.0.0.1:3100";
const b=await chromium.launch({executablePath:"/usr/bin/chromium",args:["--no-sandbox"]});
const c=await b.newContext({viewport:{width:1280,height:1000}});await c.addCookies([{name:"diaodu.session-token",value:"x",url:base}]);
const p=await c.newPage(); p.on("console",m=>{if(m.type()==="error"&&!m.text().startsWith("Applying inline"))console.log("ERR",m.text().slice(0,300))});p.on("pageerror",e=>console.log("PE",String(e.stack).slice(0,500)));
const ok=(n,v)=>console.log(v?"ok  ":"FAIL",n);
const open=()=>p.goto(base+"/preview/form",{waitUntil:"networkidle"});
const html=await (await c.request.get(base+"/preview/form")).text(); ok("server html has value",html.includes('value="发改"'));
await open();
const name=p.getByLabel("单位名称"), save=p.getByRole("button",{name:"保存单位"});
const orig=await name.inputValue();
// client validation
await name.fill("");await p.getByLabel("简称").fill("a");await p.getByLabel("成立日期").fill("2023-02-31");await p.getByLabel("备注").fill("x".repeat(30));await p.getByLabel("年度计划").fill("abc");await save.click();await p.waitForTimeout(300);
console.log(await p.locator(".mantine-InputWrapper-error").allInnerTexts());
ok("focus first",await name.evaluate(e=>e===document.activeElement));
await p.screenshot({path:"/tmp/shots/i-invalid.png",fullPage:true});
const ax=await new AxeBuilder({page:p}).analyze();console.log("axe",ax.violations.map(v=>v.id+v.nodes[0].target).join(";"));
await name.fill("refuse");await p.getByLabel("简称").fill("发改");await p.getByLabel("成立日期").fill("2023.4.12");await p.getByLabel("备注").fill("说明");await p.getByLabel("年度计划").fill("１２3.5");
await p.locator('input[name=secret]').fill("geheim");
await save.dblclick();await p.waitForTimeout(1000);
ok("refused",await p.getByText("已经存在，未重复添加").isVisible()); ok("kept",await name.inputValue()==="refuse"); ok("day",await p.getByLabel("成立日期").inputValue()==="2023-04-12"); ok("num",await p.getByLabel("年度计划").inputValue()==="123.5");
// reload: kept text without secret
await p.waitForTimeout(600);await p.reload({waitUntil:"networkidle"});await p.waitForTimeout(500);
ok("restored",await name.inputValue()==="refuse"&&await p.getByText("已填回").isVisible()); ok("no secret",await p.locator('input[name=secret]').inputValue()===""); ok("secret not stored",!(await p.evaluate(()=>JSON.stringify(sessionStorage))).includes("geheim"));
await p.getByRole("button",{name:"不要了"}).click();await p.waitForTimeout(200);ok("discarded",await name.inputValue()===orig);
for(const [v,txt] of [["invalid","还有一处不对"],["out","登录已失效"],["defect","a1b2c3"]]){await name.fill(v);await save.click();await p.waitForTimeout(900);ok(v,await p.getByText(txt).first().isVisible())}
await name.fill("invalid");await save.click();await p.waitForTimeout(900);ok("server field error focus",await p.getByLabel("简称").evaluate(e=>e===document.activeElement));
// network
const keys=[];await p.route("**/preview/form",r=>{if(r.request().method()==="POST"){keys.push(r.request().postData().match(/[0-9a-f-]{36}/)?.[0]);return r.abort()}return r.continue()});
await name.fill("网络测试");await save.click();await p.waitForTimeout(500);ok("unreachable",await p.getByText("网络不通").isVisible());
await p.getByRole("button",{name:"重试"}).click();await p.waitForTimeout(500);ok("same key",keys.length===2&&keys[0]===keys[1]);
await p.unroute("**/preview/form");await p.getByRole("button",{name:"重试"}).click();await p.waitForTimeout(1500);ok("saved",await p.getByText("已保存。").isVisible());ok("cleared",(await p.evaluate(()=>Object.keys(sessionStorage).filter(k=>k.startsWith("kept")).length))===0);
// second save right away: version came along
await name.fill("第二次");await save.click();await p.waitForTimeout(1500);ok("no conflict with oneself",!(await p.getByText("修改了这条记录").isVisible()));
// conflict
await name.fill("someone");await p.getByLabel("备注").fill("我的");await save.click();await p.waitForTimeout(1200);ok("conflict",await p.getByText("李志强").isVisible());await p.screenshot({path:"/tmp/shots/j-conflict.png",fullPage:true});
const ax2=await new AxeBuilder({page:p}).analyze();console.log("axe",ax2.violations.map(v=>v.id+v.nodes[0].target).join(";"));
await name.fill("我的名字");await p.getByRole("button",{name:"以我填的为准"}).click();await p.waitForTimeout(1500);ok("mine saved",!(await p.getByText("李志强").isVisible())&&await name.inputValue()==="我的名字");
await name.fill("someone");await save.click();await p.waitForTimeout(1200);await p.getByRole("button",{name:"采用对方的"}).click();await p.waitForTimeout(1500);ok("theirs",await name.inputValue()==="别人改的名称"&&!(await p.getByText("李志强").isVisible()));
await name.fill("接着改");await save.click();await p.waitForTimeout(1500);ok("after theirs saved",await p.getByText("已保存。").first().isVisible()&&!(await p.getByText("李志强").isVisible()));
// old tab
await p.route("**/preview/form",r=>r.request().method()==="POST"?r.fulfill({status:404,headers:{"x-nextjs-action-not-found":"1","content-type":"text/plain"},body:"x"}):r.continue());
await name.fill("旧页面");await save.click();await p.waitForTimeout(600);ok("updated",await p.getByText("系统刚刚更新过").isVisible());await p.unroute("**/preview/form");
await p.waitForTimeout(500);await p.getByRole("button",{name:"重新打开页面"}).click();await p.waitForTimeout(2500);ok("text after reload",await name.inputValue()==="旧页面");
// search select
await p.getByRole('combobox',{name:'负责人'}).click();await p.keyboard.type("gb12");await p.waitForTimeout(300);await p.keyboard.press("Enter");ok("searchable",await p.getByRole('combobox',{name:'负责人'}).inputValue()==="干部12");
await b.close();
