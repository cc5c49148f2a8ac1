import { writeFileSync, mkdirSync } from "node:fs";
import { quickstart } from "/work/main/tests/sdk/programs";
import { withStack } from "/work/main/tests/sdk/stack";
describe("x",()=>{it("y",async()=>{
 await withStack(quickstart(), async (stack)=>{ await stack.up(); mkdirSync("/tmp/schema/base",{recursive:true}); for(const [k,v] of Object.entries(stack.manifests())) writeFileSync("/tmp/schema/base/"+k.split("/").at(-1), v as string);},{secretConfig:{"tests:metricsPassword":"hunter2"}});
})});
