/**
 * Every page: starts the service worker, which keeps the site for use without a connection. Where a browser has none, or
 * refuses it, everything else works all the same.
 *
 * @module
 */

import { find } from "./dom.js";

/** Milliseconds after which we stop waiting for the worker; a slow line may take long for some megabytes. */
const LONGEST = 300_000;

const script = find(document, "script[data-service-worker]", HTMLScriptElement);
const address = new URL(script.dataset.serviceWorker ?? "", document.baseURI);

/** Nothing that a page has loaded so far went through a worker, unless it had one from the beginning. */
const loadedAlone = !navigator.serviceWorker?.controller;

/** What the service worker lets go first. @type {Promise<unknown>} */
let first = Promise.resolve();

const running = start().catch(() => undefined);

if (loadedAlone) keep(loadedSoFar);

// Opened by the name of its file: perhaps because the host shows none for a folder.
if (location.pathname.endsWith("/index.html")) import("./folders.js");

/**
 * Keep some addresses of this site for use without a connection.
 *
 * @param {string[] | (() => string[])} urls absolute addresses, or what gives them when the worker is ready
 * @returns {Promise<boolean>} whether all of them are kept; it never rejects
 */
export async function keep(urls) {
  try {
    const worker = (await running)?.active;
    if (!worker) return false;
    return (await ask(worker, "keep", typeof urls === "function" ? urls() : urls)) === true;
  } catch {
    return false;
  }
}

/**
 * Look for what the service worker in charge would show without a connection. The caches alone do not show it: they also
 * hold what is set aside for the next version of the site.
 *
 * @param {string[]} urls absolute addresses
 * @returns {Promise<string[]>} those that open
 */
export async function openable(urls) {
  const worker = navigator.serviceWorker?.controller;
  const found = worker ? await ask(worker, "look", urls) : [];
  return Array.isArray(found) ? found : [];
}

/**
 * Start the service worker only when something else is done: it fetches some sixty files. The last call counts.
 *
 * @param {Promise<unknown>} done
 */
export function after(done) {
  first = done.catch(() => {});
}

/**
 * Register the service worker.
 *
 * @returns {Promise<ServiceWorkerRegistration>} settled when the worker is ready to keep things
 */
async function start() {
  await idle();
  await first;
  const script = trusted.script(address);
  const registration = await navigator.serviceWorker.register(script, { updateViaCache: "none" });
  if (!registration.active) await activated(registration.installing ?? registration.waiting);
  return registration;
}

/** The page comes first: wait until it has loaded and has nothing to do. */
async function idle() {
  if (document.readyState !== "complete") {
    await new Promise((resolve) => addEventListener("load", resolve, { once: true }));
  }
  // Not every browser has idle callbacks.
  const soon = globalThis.requestIdleCallback ?? setTimeout;
  await new Promise((resolve) => soon(resolve));
}

/**
 * @param {ServiceWorker | null} worker
 * @returns {Promise<void>} settled when it is active
 */
function activated(worker) {
  return new Promise((resolve, reject) => {
    const look = () => {
      if (worker?.state === "activated") resolve();
      if (!worker || worker.state === "redundant") reject(new Error("not installed"));
    };
    worker?.addEventListener("statechange", look);
    look();
  });
}

/** @returns {string[]} the page and what it has loaded, as far as it is of this site */
function loadedSoFar() {
  const names = performance.getEntriesByType("resource").map(({ name }) => name);
  const root = new URL(".", address).href;
  return [location.origin + location.pathname, ...names].filter((name) => name.startsWith(root));
}

/**
 * Ask the service worker.
 *
 * @param {ServiceWorker} worker
 * @param {"keep" | "look"} type
 * @param {string[]} urls
 * @returns {Promise<unknown>} what it says is kept
 */
function ask(worker, type, urls) {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), LONGEST);
    port1.addEventListener("message", (event) => {
      clearTimeout(timer);
      resolve(event.data.kept);
    });
    port1.start();
    worker.postMessage({ type, urls }, [port2]);
  });
}
