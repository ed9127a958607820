"""``manage.py demo``: the main job on real parts, then the site."""

import contextlib
import json
import sys
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser

from archive.models import Technique, User
from review.management.demo import stages
from review.management.demo.accounts import NewAccount, make_account, make_archivist, make_master
from review.management.demo.lock import AlreadyRunningError, only_one
from review.management.demo.processes import (
    CeleryProcess,
    PortBusyError,
    ProcessGoneError,
    check_port,
    scheduler,
    serve,
    worker,
)
from review.management.demo.report import Clock, Writes, facts
from review.management.demo.samples import make_public, samples, take_in

BUSY = "演示已经在运行（进程 {pid}）。请等它结束，或先把它停下。 Another demo is running (process {pid}): wait for it or stop it."


class Command(BaseCommand):
    """Read the samples, make the films, let masters judge, publish, serve. A second run does nothing twice."""

    help = "Do the whole job on the sample archive, then serve the site on 127.0.0.1."
    requires_migrations_checks = False

    def add_arguments(self, parser: CommandParser) -> None:
        """Whether to serve, on which port, and whether to answer in JSON."""
        parser.add_argument("--no-serve", action="store_true", help="stop when the job is done")
        parser.add_argument("--json", action="store_true", help="print one JSON object on standard output")
        parser.add_argument("--port", type=int, default=8000)

    def handle(self, *args: Any, **options: Any) -> None:
        """Do the job; progress goes to standard error when standard output is for JSON."""
        out: Writes = sys.stderr if options["json"] else self.stdout
        base_url = f"http://127.0.0.1:{options['port']}"
        try:
            if not options["no_serve"]:
                check_port(options["port"])
            with only_one(settings.VAR_DIR / "demo.lock"), worker() as films:
                found, accounts = self.do_job(films, out, base_url)
                if options["json"]:
                    self.stdout.write(json.dumps(found, ensure_ascii=False))
                else:
                    self.tell(found, accounts, base_url)
                if not options["no_serve"]:
                    self.serve(options["port"], out)
        except AlreadyRunningError as error:
            raise CommandError(BUSY.format(pid=error.pid), returncode=75) from error
        except (PortBusyError, ProcessGoneError) as error:
            raise CommandError(str(error)) from error
        except stages.FilmsFailedError as error:
            raise CommandError(f"有影片没有做成 · some films failed:\n{error}") from error

    def do_job(self, films: CeleryProcess, out: Writes, base_url: str) -> tuple[dict[str, Any], list[NewAccount]]:
        """Every stage in order; returns the facts and the accounts that were made just now."""
        clock = Clock(out)
        with clock.stage("prepare", "准备数据库 · database"):
            call_command("migrate", verbosity=0)
        with clock.stage("ingest", "入藏示例口述 · ingest"):
            taken = [(sample, *take_in(sample)) for sample in samples()]
            archivist, masters, accounts = self.people([technique for _, technique, _ in taken])
        with clock.stage("read", "通读口述 · read"):
            proposals = [stages.read(technique, transcript) for _, technique, transcript in taken]
        with clock.stage("confirm", "核对并公开 · confirm"):
            specs = [
                stages.accept(proposal, sample, by=archivist)
                for proposal, (sample, _, _) in zip(proposals, taken, strict=True)
            ]
            for _, technique, transcript in taken:
                make_public(technique, transcript, by=archivist)
        with clock.stage("render", "生成影片 · render"):
            stages.watch([job for spec in specs for job in stages.order_films(spec, by=archivist)], films, out)
        with clock.stage("review", "师傅审定、入册 · review"):
            stages.judge(masters)
        found = facts([technique for _, technique, _ in taken], base_url)
        return found | {"seconds": clock.seconds}, accounts

    def people(self, techniques: list[Technique]) -> tuple[User, dict[int, User], list[NewAccount]]:
        """The archivist, the masters by craft, and the accounts that are new."""
        _, admin = make_account("admin", "管理员（示例）", admin=True)
        archivist, new = make_archivist([technique.craft for technique in techniques])
        made, masters = [admin, new], {}
        for technique in techniques:
            masters[technique.craft_id], new = make_master(technique.bearer, technique.craft)
            made.append(new)
        return archivist, masters, [account for account in made if account is not None]

    def tell(self, found: dict[str, Any], accounts: list[NewAccount], base_url: str) -> None:
        """Addresses and accounts, for a person."""
        self.stdout.write(f"\n技忆 · {base_url}/zh/")
        for technique in found["techniques"]:
            self.stdout.write(f"  {technique['title']}：{technique['url']}（影片 {len(technique['takes'])}）")
        if accounts:
            self.stdout.write("\n账号（密码随机，只显示这一次） · accounts (random passwords, shown once)")
        for account in accounts:
            self.stdout.write(f"  {account.username:16} {account.password}   {account.role}")

    def serve(self, port: int, out: Writes) -> None:
        """Serve until Ctrl-C."""
        out.write("\nCtrl-C 停止 · stops\n")
        with scheduler(), contextlib.suppress(KeyboardInterrupt):
            serve(port)
