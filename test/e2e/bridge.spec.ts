import { expect, test } from "./lajur.ts";

test("the address signs in one window once, which may then be loaded again", async ({
  page,
  lajur,
}) => {
  await expect(page).toHaveTitle(/Lajur/);
  await expect(page.locator("#root")).not.toBeEmpty();
  expect(new URL(page.url()).hash).not.toContain("token");
  await page.reload();
  await expect(page.locator("#root")).not.toBeEmpty();
  expect(await lineIsOpen(page)).toBe(true);
  expect(lajur.archive).not.toBe("");
});

test("a browser without the cookie reaches neither the line nor the files", async ({
  page,
  browser,
}) => {
  const stranger = await browser.newContext();
  const other = await stranger.newPage();
  await other.goto(new URL("/", page.url()).href);
  expect(await lineIsOpen(other)).toBe(false);
  const answer = await stranger.request.get(new URL("/file/a/b", page.url()).href);
  expect(answer.status()).toBe(401);
  await stranger.close();
});

test("the window comes back after Lajur was started again on the same archive", async ({
  page,
  lajur,
}) => {
  await lajur.restart();
  await expect(page.locator("#root")).not.toBeEmpty();
  expect(await lineIsOpen(page)).toBe(true);
});

test("the command line reads the archive when the window is closed, and is refused before", async ({
  lajur,
}) => {
  const refused = await lajur.command("call", "app.state");
  expect(refused.code).toBe(1);
  expect(JSON.parse(refused.stderr)).toMatchObject({ code: "archive_held" });
  await lajur.stop();
  expect(await lajur.cli("app.state", {})).toMatchObject({ archive: lajur.archive });
  await lajur.start();
});

function lineIsOpen(page: import("@playwright/test").Page): Promise<boolean> {
  return page.evaluate(
    () =>
      new Promise<boolean>((resolve) => {
        const socket = new WebSocket(`ws://${location.host}/port`);
        socket.addEventListener("open", () => {
          socket.close();
          resolve(true);
        });
        socket.addEventListener("error", () => resolve(false));
      }),
  );
}
