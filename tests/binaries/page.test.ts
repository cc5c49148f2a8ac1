import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect } from "chai";
import { type Browser, chromium, type Page } from "playwright-core";
import { page as pageOf } from "../../provider/page/page";
import { prepare } from "../../provider/render";
import { readYaml } from "../../provider/sources/manifests";
import { inputs } from "./inputs";

const shown = ["an-alertmanager-for-two-teams-and-a-third-that-is-wrong", "a-gateway-with-a-reader-a-writer-and-an-ingress"];

/** A Service, a scrape object that finds it, and one that misses its port. */
const scraped = [
  { kind: "VMServiceScrape", apiVersion: "operator.victoriametrics.com/v1beta1", name: "found", port: "http" },
  { kind: "VMServiceScrape", apiVersion: "operator.victoriametrics.com/v1beta1", name: "missed", port: "metrics" },
].map(({ kind, apiVersion, name, port }) => ({
  apiVersion,
  kind,
  metadata: { name, namespace: "till" },
  spec: { selector: {}, endpoints: [{ port }] },
}));
const around = [
  {
    apiVersion: "operator.victoriametrics.com/v1beta1",
    kind: "VMAgent",
    metadata: { name: "till", namespace: "till" },
    spec: { serviceScrapeSelector: {}, remoteWrite: [{ url: "http://db:8428/api/v1/write" }] },
  },
  {
    apiVersion: "v1",
    kind: "Service",
    metadata: { name: "till", namespace: "till" },
    spec: { selector: { app: "till" }, ports: [{ name: "http", port: 80 }] },
  },
];

/** Colors of the page, and the number of boxes that are too narrow for a caption: evaluated in the page. */
const measure = `(() => {
  const { color, backgroundColor: background } = getComputedStyle(document.body);
  const isTooNarrow = (box) => [...box.querySelectorAll("text")].some((text) => text.getBBox().width + 10 > box.querySelector("rect").getBBox().width);
  return { color, background, wide: [...document.querySelectorAll("#map .box")].filter(isTooNarrow).length };
})()`;

describe("the page of relations in a browser", function () {
  this.timeout(120_000);
  let folder: string;
  let browser: Browser;
  let page: Page;
  const complaints: string[] = [];

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), "page-"));
    const executablePath = process.env.PULUMI_VICTORIAMETRICS_CHROMIUM;
    if (!executablePath) throw new Error("PULUMI_VICTORIAMETRICS_CHROMIUM does not say where chromium is: run npm run test:binaries");
    const texts = inputs().filter(({ name }) => shown.some((golden) => name === `golden/${golden}`));
    const file = join(folder, "relations.html");
    writeFileSync(file, pageOf(prepare([...texts.flatMap(({ name, text }) => readYaml(text, name)), ...scraped, ...around])));
    browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
    page = await browser.newPage({ viewport: { width: 1200, height: 800 } });
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("request", (request) => request.url().startsWith("file:") || complaints.push(`asks for ${request.url()}`));
    await page.goto(pathToFileURL(file).href);
  });

  after(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it("finds objects by words of their names, and those with problems", async () => {
    await page.fill("#search", "vmuser shop");
    expect(await page.locator("#list button").allTextContents()).to.deep.equal(["shop/nobody", "shop/reader", "shop/writer"]);
    await page.fill("#search", "");
    await page.check("#marked");
    expect(await page.locator("#list button").allTextContents())
      .to.include("lab/alerts")
      .and.not.include("shop/reader");
    await page.uncheck("#marked");
  });

  it("shows the relations of a chosen object, and goes along them by keyboard", async () => {
    await page.locator('#map .box[data-key="VMAuth/monitoring/gate"]').focus();
    await page.keyboard.press("Enter");
    expect(await page.textContent("#details"))
      .to.include("It lets in 2:")
      .and.include("It sends to 1:");
    const user = page.locator("#details button", { hasText: "VMUser/shop/reader" });
    await user.focus();
    await page.keyboard.press("Enter");
    expect(await page.textContent("#details h2")).to.equal("VMUser/shop/reader");
    expect(await page.textContent("#details")).to.include("One object lets in it");
    await page.goBack();
    await page.locator("#details h2", { hasText: "VMAuth/monitoring/gate" }).waitFor(); // the page hears of it by an event
  });

  it("marks scrape objects without targets, and goes from a Service to the scrape objects that find it", async () => {
    await page.fill("#search", "vmservicescrape till");
    expect(await page.locator("#list li").allTextContents()).to.deep.equal(["till/found", "till/missedwithout targets"]);
    await page.fill("#search", "");
    await page.locator("#list button", { hasText: "till/missed" }).click();
    expect(await page.textContent("#details")).to.include('the Service till/till has no port "metrics" (it has http)');
    await page.locator('#list button[data-key="Service/till/till"]').click();
    expect(await page.textContent("#details"))
      .to.include("One object finds it:")
      .and.include("VMServiceScrape/till/found");
    expect(await page.textContent('#map .box[data-key="VMAgent/till/till"]')).to.include("scrapes 2, 1 without targets");
  });

  it("shows the way of an alert that is typed in", async () => {
    await page.fill("#labels", 'namespace="shop",severity="critical"');
    await page.keyboard.press("Enter");
    expect(await page.textContent("#way"))
      .to.include("sends to shop-alerts-page")
      .and.include("VMAlertmanagerConfig/shop/alerts");
    await page.fill("#labels", "severity");
    await page.keyboard.press("Enter");
    expect(await page.textContent("#way")).to.include("is not a matcher");
  });

  for (const colorScheme of ["light", "dark"] as const)
    it(`is readable in ${colorScheme}, and no caption leaves its box`, async () => {
      await page.emulateMedia({ colorScheme });
      const measured = await page.evaluate<{ color: string; background: string; wide: number }>(measure);
      const brightness = (color: string): number =>
        (color.match(/\d+/g) ?? []).slice(0, 3).reduce((sum, part) => sum + Number(part), 0) / 3;
      expect(Math.abs(brightness(measured.color) - brightness(measured.background))).to.be.greaterThan(150);
      expect(measured.wide).to.equal(0);
    });

  it("fits a phone", async () => {
    await page.setViewportSize({ width: 390, height: 800 });
    expect(await page.evaluate("document.documentElement.scrollWidth")).to.be.at.most(390);
  });

  it("complains of nothing and asks for nothing", () => {
    expect(complaints).to.deep.equal([]);
  });
});
