-- What wrk posts: the body of a reaction, each to a message of its own, by people who come round again.
local function all(name) local file = io.open(os.getenv(name), "rb"); local text = file:read("*a"); file:close(); return text end

local people, group = tonumber(os.getenv("BENCH_PEOPLE")), tonumber(os.getenv("BENCH_GROUP"))
local n = tonumber(os.getenv("BENCH_FROM"))
local emojis = {}
for emoji in os.getenv("BENCH_EMOJIS"):gmatch("%S+") do emojis[#emojis + 1] = emoji end

local pieces, places, last = {}, {}, 1
local body = all("BENCH_BODY")
for start, name, stop in body:gmatch("()@(%a+)@()") do
  pieces[#pieces + 1] = body:sub(last, start - 1)
  pieces[#pieces + 1] = name
  places[#pieces] = name
  last = stop
end
pieces[#pieces + 1] = body:sub(last)

wrk.method = "POST"
wrk.headers["Content-Type"] = "application/json"
wrk.headers["X-Toque-Token"] = os.getenv("BENCH_TOKEN")

local values = {}

function request()
  local k = 1 + n % people
  values.message = string.format("AC%020d", n)
  values.outer = string.format("3A%018d", n)
  values.phone = string.format("52155%08d", k)
  values.lid = string.format("%d", 200000000000 + k)
  values.group = string.format("%012d", math.floor(n % people / group))
  values.emoji = emojis[1 + n % #emojis]
  values.second = string.format("%d", os.time())
  values.author = string.format("52155%08d", 1 + (n + 7) % people)
  for place, name in pairs(places) do pieces[place] = values[name] end
  n = n + 1
  return wrk.format(nil, nil, nil, table.concat(pieces))
end

function done(summary, latency)
  local errors = summary.errors
  io.write(string.format(
    '\nJSON {"requests": %d, "seconds": %.6f, "p50": %.3f, "p95": %.3f, "p99": %.3f, "failed": %d}\n',
    summary.requests, summary.duration / 1e6, latency:percentile(50) / 1000, latency:percentile(95) / 1000,
    latency:percentile(99) / 1000, errors.connect + errors.read + errors.write + errors.timeout + errors.status
  ))
end
