"""Invented machine messages: event templates in ten styles, rare and frequent, with the template of each as its
truth."""

import random
import re

from corpora import Corpus

USERS = "root cyrus news test admin guest oracle deploy backup marie jules nadia www-data postgres ftp".split()
HOSTS = "alpha beta.example.org gamma-3 node-17 cn042 login2 dn-8.example.net ltx1 ltx2 proxy.example.org".split()
CLASSES = "org.example.store.Writer org.example.net.Pump o.e.Cache JobRunner TaskTracker BlockScanner".split()
WORDS = "lorem ipsum dolor sit amet garden river stone window paper music market bridge winter summer orange".split()
STYLES: dict[str, list[str]] = {
    "auth": [
        "Accepted password for {user} from {ip} port {int} ssh2",
        "Failed password for {user} from {ip} port {int} ssh2",
        "Failed password for invalid user {anyuser} from {ip} port {int} ssh2",
        "Invalid user {anyuser} from {ip}",
        "input_userauth_request: invalid user {anyuser} [preauth]",
        "Received disconnect from {ip}: 11: Bye Bye [preauth]",
        "Connection closed by {ip} [preauth]",
        "pam_unix(sshd:auth): authentication failure; logname= uid=0 euid=0 tty=ssh ruser= rhost={host}",
        "pam_unix(sshd:auth): authentication failure; logname= uid=0 euid=0 tty=ssh ruser= rhost={ip} user={user}",
        "pam_unix(sshd:auth): check pass; user unknown",
        "session opened for user {user} by (uid={int})",
        "session closed for user {user}",
        "reverse mapping checking getaddrinfo for {host} [{ip}] failed - POSSIBLE BREAK-IN ATTEMPT!",
        "Did not receive identification string from {ip}",
        "error: Received disconnect from {ip}: 3: com.example.ssh.Failure: Auth fail [preauth]",
    ],
    "store": [
        "Receiving block blk_{big} src: /{ip}:{int} dest: /{ip}:{int}",
        "Received block blk_{big} of size {int} from /{ip}",
        "PacketResponder {small} for block blk_{big} terminating",
        "BLOCK* NameSystem.addStoredBlock: blockMap updated: {ip}:{int} is added to blk_{big} size {int}",
        "BLOCK* NameSystem.allocateBlock: /user/root/rand/_temporary/_task_{int}_m_{int}/part-{int}. blk_{big}",
        "BLOCK* NameSystem.delete: blk_{big} is added to invalidSet of {ip}:{int}",
        "Verification succeeded for blk_{big}",
        "Deleting block blk_{big} file /mnt/data/dfs/current/blk_{big}",
        "{ip}:{int} Served block blk_{big} to /{ip}",
        "{ip}:{int}:Got exception while serving blk_{big} to /{ip}:",
    ],
    "compute": [
        "Found block rdd_{int}_{int} locally",
        "Partition rdd_{int}_{int} not found, computing it",
        "Running task {int}.0 in stage {int}.0 (TID {int})",
        "Finished task {int}.0 in stage {int}.0 (TID {int}). {int} bytes result sent to driver",
        "Started reading broadcast variable {int}",
        "Reading broadcast variable {int} took {int} ms",
        "Block broadcast_{int} stored as values in memory (estimated size {dec} KB, free {dec} KB)",
        "Block broadcast_{int}_piece0 stored as bytes in memory (estimated size {dec} KB, free {dec} KB)",
        "Got assigned task {int}",
        "Input split: hdfs://{ip}:9000/data/{words}/part-{int}:{int}+{int}",
        "attempt_{big}_r_{int}_0: Committed",
        "Changing view acls to: {user},{user}",
        "SecurityManager: authentication disabled; ui acls disabled; users with view permissions: Set({user})",
    ],
    "web": [
        "init() ok /etc/web/conf/workers{small}.properties",
        "mod_jk child init {small} {small}",
        "mod_jk child worker in error state {small}",
        "[client {ip}] Directory index forbidden by rule: /var/www/{words}/",
        "child_init() Found child {int} in scoreboard slot {small}",
        "child_init() Can't find child {int} in scoreboard",
        '{ip} "GET /v2/{hex}/servers/detail HTTP/1.1" status: 200 len: {int} time: {dec}',
        '{ip} "POST /v2/{hex}/servers HTTP/1.1" status: 202 len: {int} time: {dec}',
        '{ip} "DELETE /v2/{hex}/servers/{uuid} HTTP/1.1" status: 204 len: {int} time: {dec}',
        "[instance: {uuid}] VM Started (Lifecycle Event)",
        "[instance: {uuid}] VM Stopped (Lifecycle Event)",
        "[instance: {uuid}] VM Resumed (Lifecycle Event)",
        "[instance: {uuid}] Instance destroyed successfully.",
        "[instance: {uuid}] Took {dec} seconds to build instance.",
        "[instance: {uuid}] Took {dec} seconds to spawn the instance on the hypervisor.",
        "image {uuid} at (/var/lib/vm/instances/_base/{hex}): checking",
        "image {uuid} at (/var/lib/vm/instances/_base/{hex}): in use: on this node {int} local, 0 on other nodes",
        "Active base files: /var/lib/vm/instances/_base/{hex}",
    ],
    "proxy": [
        "{host}:{int} open through proxy {host}:5070 HTTPS",
        "{host}:{int} close, {int} bytes sent, {int} bytes received, lifetime {life}",
        "{host}:{int} close, {int} bytes ({dec} KB) sent, {int} bytes ({dec} MB) received, lifetime {life}",
        "{host}:{int} error : Could not connect through proxy {host}:5070 - Proxy server cannot establish a connection",
    ],
    "super": [
        "generating core.{int}",
        "ciod: Error reading message prefix after LOGIN_MESSAGE on CioStream socket to {ip}:{int}: Link severed",
        "ciod: failed to read message prefix on control stream (CioStream socket to {ip}:{int}",
        "instruction cache parity error corrected",
        "data TLB error interrupt",
        "{int} double-hummer alignment exceptions",
        "CE sym {small}, at 0x{hexs}, mask 0x{hexs}",
        "{int} floating point alignment exceptions",
        "total of {int} ddr error(s) detected and corrected",
        "rts: kernel terminated for reason {int}",
        "Component State Change: Component \\042{host}\\042 is in the unavailable state (HWID={int})",
        "boot (command {int}) Error: {words} timed out",
        "Link error on broadcast tree Interconnect-0T00:00:0:{int}",
        "psu failure\\ ambient={int}",
        "Temperature ({int}C) exceeds warning threshold",
    ],
    "phone": [
        'acquire lock={int}, flags=0x{hexs}, tag="{tag}", name=com.example.{words}, ws=null, uid={int}, pid={int}',
        'release:lock={int}, flg=0x{small}, tag="{tag}", name=com.example.{words}", ws=null, uid={int}',
        "ready=true,policy=3,wakefulness=1,wksummary=0x{hexs},uasummary=0x{small},bootcompleted=true",
        "Skipping AppWindowToken{ {hexs} token=Token{ {hexs} ActivityRecord{ {hexs} u0 com.example.{words} } } }",
        "visible is system.call.count gt 0",
        "getRunningAppProcesses: caller {int} does not hold REAL_GET_TASKS; limiting output",
        "onStandStepChanged {int}",
        "onExtend:{big} {small} {small} {small}",
        "getTodayTotalDetailSteps = {big}##{int}##{int}##{int}##{int}##{big}",
        "setTodayTotalDetailSteps={big}##{int}##{int}##{int}##{int}##{big}",
        "calculateCaloriesWithCache totalCalories={int}",
        "calculateAltitudeWithCache totalAltitude={small}",
        "REPORT : {int} {int} {int} {int}",
        "flush sensor data",
    ],
    "quorum": [
        "Received connection request /{ip}:{int}",
        "Send worker leaving thread",
        "Interrupting SendWorker",
        "Interrupted while waiting for message on queue",
        "Cannot open channel to {small} at election address /{ip}:3888",
        "Connection broken for id {big}, my id = {small}, error =",
        "Notification time out: {int}",
        "Closed socket connection for client /{ip}:{int} which had sessionid 0x{hexs}",
        "Closed socket connection for client /{ip}:{int} (no session established for client)",
        "Established session 0x{hexs} with negotiated timeout {int} for client /{ip}:{int}",
        "Expiring session 0x{hexs}, timeout of {int}ms exceeded",
        "caught end of stream exception",
        "Processed session termination for sessionid: 0x{hexs}",
        "Accepted socket connection from /{ip}:{int}",
    ],
    "jobs": [
        "Address change detected. Old: {host}/{ip}:9000 New: {host}:9000",
        "Failed to renew lease for [DFSClient_NONMAPREDUCE_{big}_1] for {int} seconds. Will retry shortly ...",
        "Retrying connect to server: {host}:8030. Already tried {small} time(s); retry policy is Fixed(maxRetries=10)",
        "Progress of TaskAttempt attempt_{big}_m_{int}_0 is : {dec}",
        "JVM with ID : jvm_{big}_m_{int} asked for a task",
        "JVM with ID: jvm_{big}_m_{int} given task: attempt_{big}_m_{int}_0",
        "Error in contacting RM.",
        "attempt_{big}_m_{int}_0 TaskAttempt Transitioned from {state} to {state}",
        "Event Writer setup for JobId: job_{big}, File: hdfs://{host}:9000/tmp/staging/{user}/.staging/job_{big}",
        "Registering class org.example.job.{cls} for class org.example.task.{cls}",
    ],
    "desk": [
        "Loaded Servicing Stack v6.1.{int}.{int} with Core: C:\\Windows\\sxs\\amd64_stack_{hex}\\core.dll",
        "Read out cached package applicability for package: Package_for_KB{int}~{hex}~amd64~~6.1.1.{small}, State: 112",
        "Session: {big}_{int} initialized by client {tag}.",
        "Warning: Unrecognized packageExtended attribute.",
        "Expecting attribute name [HRESULT = 0x{hexs} - CBS_E_MANIFEST_INVALID_ITEM]",
        "Failed to get next element [HRESULT = 0x{hexs} - CBS_E_MANIFEST_INVALID_ITEM]",
        "SQM: Initializing online with Windows opt-in: False",
        "SQM: Cleaning up report files older than {small} days.",
        "ARPT: {dec}: wl0: wl_update_tcpkeep_seq: Original Seq: {int}, Ack: {int}, Win size: {int}",
        "ARPT: {dec}: wl0: MDNS: IPV6 Addr: fe80:0:0:0:{hexs}:{hexs}:{hexs}",
        "Previous sleep cause: {small}",
        "en0: channel changed to {small}",
        "{cls}::{tag} - interface {host} is {onoff}",
        "{daemon} startup succeeded",
        "{daemon} shutdown succeeded",
        "(root) CMD (run-parts /etc/cron.{period})",
        "synchronized to {ip}, stratum {small}",
    ],
}
STATES = "NEW UNASSIGNED ASSIGNED RUNNING COMMITTED SUCCEEDED FAILED KILLED".split()
SLOT = re.compile(r"\{([a-z]+)\}")
LIFE = ("<1 sec", "{0:02d}:{1:02d}", "{0:02d}:{1:02d}", "01:{0:02d}:{1:02d}")


def _hex(rng: random.Random, length: int) -> str:
    return "".join(rng.choice("0123456789abcdef") for _ in range(length))


def slot(kind: str, rng: random.Random) -> str:
    """A fresh filling for a slot of this kind."""
    zipf = int(len(USERS) * rng.random() ** 2.5)
    makers = {
        "user": lambda: USERS[zipf],
        "anyuser": lambda: rng.choice((*USERS, *WORDS)) + rng.choice(("", "", "1", "x")),
        "host": lambda: rng.choice(HOSTS),
        "ip": lambda: ".".join(str(rng.randrange(1, 255)) for _ in range(4)),
        "int": lambda: str(rng.randrange(10 ** rng.randrange(1, 6))),
        "small": lambda: str(rng.randrange(10)),
        "big": lambda: rng.choice(("", "-")) + str(rng.randrange(10**18)),
        "dec": lambda: f"{rng.random() * 100:.2f}",
        "hex": lambda: _hex(rng, 32),
        "hexs": lambda: _hex(rng, rng.randrange(3, 9)),
        "uuid": lambda: "-".join(_hex(rng, size) for size in (8, 4, 4, 4, 12)),
        "words": lambda: rng.choice(WORDS),
        "tag": lambda: rng.choice(("*launch*", "View Lock", "SPP", "WindowsUpdateAgent", "RILJ", "Tagger")),
        "cls": lambda: rng.choice(CLASSES).rsplit(".", 1)[-1],
        "state": lambda: rng.choice(STATES),
        "life": lambda: rng.choice(LIFE).format(rng.randrange(60), rng.randrange(60)),
        "onoff": lambda: rng.choice(("up", "down")),
        "daemon": lambda: rng.choice("syslogd klogd sshd crond httpd ntpd".split()),
        "period": lambda: rng.choice(("hourly", "daily", "weekly")),
    }
    return makers[kind]()


def message(pattern: str, rng: random.Random) -> str:
    """The pattern with a fresh filling in each slot."""
    return SLOT.sub(lambda found: slot(found[1], rng), pattern)


def corpus(seed: int, per_style: int = 2000) -> Corpus:
    """`per_style` messages of each style, its templates as unequal as real ones: a few make most of the messages."""
    rng, out, base = random.Random(seed), Corpus(), 0
    for patterns in STYLES.values():
        order = list(range(len(patterns)))
        rng.shuffle(order)
        weights = [1.0 / (rank + 1) ** 1.2 for rank in range(len(order))]
        for chosen in rng.choices(order, weights, k=per_style):
            out.add(message(patterns[chosen], rng), base + chosen, 0)
        base += len(patterns)
    return out.shuffled(rng)
