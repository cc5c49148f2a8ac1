export { serviceScrape as spec, type VMServiceScrapeSpec } from "../../scraping/service-scrape-fields";
