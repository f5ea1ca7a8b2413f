import { expect, test } from "vitest";
import { readConfig } from "../../portal/config.ts";

test("flags come before the environment, and the environment before the defaults", () => {
  const env = { DATA_DIR: "/srv/env", PORT: "9000", TRUST_PROXY: "1", LOG_LEVEL: "" };
  const { config, words } = readConfig(["office", "add", "Kantor A", "--port", "9001"], env);
  expect(words).toEqual(["office", "add", "Kantor A"]);
  expect(config).toMatchObject({
    data: "/srv/env",
    port: 9001,
    host: "127.0.0.1",
    trustProxy: 1,
    logLevel: "info",
    databaseUrl: null,
    s3: null,
  });
  expect(readConfig([], { HOME: "/x", XDG_DATA_HOME: "/share" }).config.data).toBe(
    "/share/lajur-portal",
  );
});

test("a wrong setting says which one it is, without its value", () => {
  const wrong = [
    { PORT: "port" },
    { PORT: "70000" },
    { DATABASE_URL: "mysql://rahasia@x/y" },
    { PUBLIC_URL: "portal.contoh.go.id" },
    { METRICS_TOKEN: "rahasia" },
    { LOG_LEVEL: "loud" },
    { S3_BUCKET: "berkas" },
  ];
  for (const env of wrong) {
    const read = () => readConfig([], env);
    expect(read).toThrow(/^Pengaturan portal belum benar\. /);
    expect(read).not.toThrow(/rahasia/);
  }
  expect(() => readConfig(["--nothing"], {})).toThrow();
});

test("S3 is used once a bucket is named", () => {
  const { config } = readConfig([], {
    S3_BUCKET: "berkas",
    S3_ENDPOINT: "https://s3.contoh.go.id",
    S3_ACCESS_KEY_ID: "id",
    S3_SECRET_ACCESS_KEY: "rahasia",
    S3_PATH_STYLE: "false",
    PUBLIC_URL: "https://portal.contoh.go.id/",
  });
  expect(config.s3).toMatchObject({ bucket: "berkas", region: "us-east-1", pathStyle: false });
  expect(config.publicUrl).toBe("https://portal.contoh.go.id");
});
