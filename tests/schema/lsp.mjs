/*
 * What editors make of the JSON Schemas: yaml-language-server over real files.
 *
 *   node lsp.mjs PMO SERVER DEMO
 *
 * SERVER is yaml-language-server's program, DEMO a folder that `pmo demo` copied. Every
 * file of every register of the demo must be free of complaints; a wrong choice, a wrong
 * date and a wrong number give one each, at their line; completion offers the fields.
 */
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { pathToFileURL } from "node:url";

const [pmo, program, demo] = process.argv.slice(2);
const work = mkdtempSync(join(tmpdir(), "pmo-lsp-"));
let failed = 0;

function check(what, holds, seen) {
	if (holds)
		return;
	failed++;
	console.log(`FAIL: ${what}`);
	if (seen !== undefined)
		console.log(`  saw: ${JSON.stringify(seen)}`);
}

/* The server, spoken to in JSON-RPC over its standard streams. */
class Server {
	#process = spawn(process.execPath, [program, "--stdio"], { stdio: ["pipe", "pipe", "inherit"] });
	#rest = Buffer.alloc(0);
	#next = 1;
	#waiting = new Map();
	#told = new Map();

	constructor(settings) {
		this.settings = settings;
		this.#process.stdout.on("data", (bytes) => this.#read(bytes));
	}

	#send(message) {
		const text = JSON.stringify({ jsonrpc: "2.0", ...message });
		this.#process.stdin.write(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`);
	}

	#read(bytes) {
		this.#rest = Buffer.concat([this.#rest, bytes]);
		for (;;) {
			const end = this.#rest.indexOf("\r\n\r\n");
			if (end < 0)
				return;
			const length = Number(/Content-Length: (\d+)/i.exec(this.#rest.toString("latin1", 0, end))[1]);
			if (this.#rest.length < end + 4 + length)
				return;
			const message = JSON.parse(this.#rest.toString("utf8", end + 4, end + 4 + length));
			this.#rest = this.#rest.subarray(end + 4 + length);
			this.#take(message);
		}
	}

	#take(message) {
		if (message.method && message.id !== undefined)
			this.#answer(message);
		else if (message.method === "textDocument/publishDiagnostics")
			this.#told.get(message.params.uri)?.(message.params.diagnostics);
		else if (message.id !== undefined) {
			this.#waiting.get(message.id)?.(message.result);
			this.#waiting.delete(message.id);
		}
	}

	/* The server asks for its settings; to anything else nothing is to be said. */
	#answer({ id, method, params }) {
		const sections = { yaml: this.settings };
		const result = method === "workspace/configuration"
			? params.items.map((item) => sections[item.section] ?? null)
			: null;
		this.#send({ id, result });
	}

	notify(method, params) {
		this.#send({ method, params });
	}

	request(method, params) {
		const id = this.#next++;
		return new Promise((resolve) => {
			this.#waiting.set(id, resolve);
			this.#send({ id, method, params });
		});
	}

	/* Opens a text and waits for what is said about it. */
	open(uri, text) {
		return new Promise((resolve) => {
			this.#told.set(uri, resolve);
			this.notify("textDocument/didOpen", {
				textDocument: { uri, languageId: "yaml", version: 1, text },
			});
		});
	}

	end() {
		this.#process.kill();
	}
}

function run(...words) {
	const done = spawnSync(pmo, ["-C", demo, ...words], { encoding: "utf8" });
	if (done.status !== 0)
		throw new Error(`pmo ${words.join(" ")}: ${done.stderr}`);
	return done.stdout;
}

function filesBelow(folder) {
	return readdirSync(folder).flatMap((name) => {
		const path = join(folder, name);
		if (name.startsWith("."))
			return [];
		return statSync(path).isDirectory() ? filesBelow(path) : [path];
	});
}

/* Which register's schema a file of the tree has, by the table of `pmo schema`. */
function registerOf(registers, path) {
	const parts = relative(demo, path).split("/");
	for (const { name, where } of registers) {
		const place = where.replace("PROJECT/", "").replace(/\/$/, "");
		const own = where.startsWith("PROJECT/") ? parts.slice(1) : parts;
		if (own[0] === place && (where.endsWith("/") ? own.length === 2 : own.length === 1))
			return name;
	}
	return null;
}

const registers = JSON.parse(run("schema", "--format", "json"));
const schemas = {};
const files = [];
for (const { name } of registers)
	run("schema", name, "--format", "json-schema", "-o", join(work, `${name}.json`));
for (const path of filesBelow(demo)) {
	const register = path.endsWith(".yaml") ? registerOf(registers, path) : null;
	if (register)
		files.push({ path, register });
}
for (const { name } of registers) {
	const of = files.filter((file) => file.register === name).map((file) => file.path);
	schemas[pathToFileURL(join(work, `${name}.json`)).href] = [...of, join(work, `try-${name}.yaml`)];
}

const server = new Server({
	schemas,
	validate: true,
	completion: true,
	schemaStore: { enable: false },
	kubernetesCRDStore: { enable: false },
});
await server.request("initialize", {
	processId: process.pid,
	rootUri: pathToFileURL(demo).href,
	workspaceFolders: null,
	capabilities: {
		workspace: { configuration: true },
		textDocument: { completion: { completionItem: { snippetSupport: true } } },
	},
});
server.notify("initialized", {});
server.notify("workspace/didChangeConfiguration", { settings: { yaml: server.settings } });

/* All at once: the server waits a little before each. */
await Promise.all(files.map(async ({ path, register }) => {
	const found = await server.open(pathToFileURL(path).href, readFileSync(path, "utf8"));
	check(`${relative(demo, path)} has nothing wrong for ${register}.json`, found.length === 0,
	      found.map((one) => `${one.range.start.line + 1}: ${one.message}`));
}));
check("the demo has files of most registers", new Set(files.map((file) => file.register)).size > 20,
      files.length);

const tryUri = (register) => pathToFileURL(join(work, `try-${register}.yaml`)).href;
const wrong = await server.open(tryUri("risk"), [
	"title: Terminals late",
	"strategy: hope",
	"next_review: 2026-11-31x",
	"probability: 9",
	"owner: no",
	"",
].join("\n"));
check("a wrong choice, date and number are one complaint each, at their lines",
      wrong.map((one) => one.range.start.line).sort().join() === "1,2,3", wrong);

const offered = await (async () => {
	const uri = tryUri("issue");
	await server.open(uri, "title: Fiber permit held\n\n");
	return server.request("textDocument/completion",
			      { textDocument: { uri }, position: { line: 1, character: 0 } });
})();
const labels = (offered.items ?? offered).map((item) => item.label);
for (const field of ["owner", "due", "status", "urgency"])
	check(`completion offers ${field}`, labels.includes(field), labels);
check("completion does not offer what is computed", !labels.includes("priority"), labels);

server.end();
rmSync(work, { recursive: true });
console.log(`${files.length} files, ${failed} failed`);
process.exit(failed ? 1 : 0);
