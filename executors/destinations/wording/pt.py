"""Toque in Portuguese."""

from __future__ import annotations

from typing import Final

from executors.destinations.wording.keys import DayPatterns, HelpWords, KindWords, RepeatWords, TroubleWords, Wording

PT: Final = Wording(
    language="pt",
    days=DayPatterns(
        long="EEEE, d 'de' MMMM", long_year="EEEE, d 'de' MMMM 'de' y", short="EEE d MMM", short_year="EEE d MMM y"
    ),
    first_of_month=(", 1 ", ", 1º "),
    on="{day}",
    today="hoje, {day}",
    tomorrow="amanhã, {day}",
    past="já passou",
    sent_on="A mensagem foi enviada em {day}.",
    all_day="o dia todo",
    hour_in="horário de {place}",
    due_bill="vence {when}",
    due_task="para {when}",
    no_amount="sem valor",
    no_date="sem data",
    no_title="(sem título)",
    total="total {money}",
    account="Referência: {account}",
    high="prioridade alta",
    low="sem pressa",
    by_phone="por telefone",
    and_="e",
    and_more="e mais {n}",
    quote="“{text}”",
    kinds={
        "task": KindWords(
            a="uma tarefa",
            finished=("feita", "feitas"),
            created=("Tarefa anotada", "{n} tarefas anotadas"),
            reopened=("Tarefa recuperada", "{n} tarefas recuperadas"),
            updated=("Tarefa atualizada", "{n} tarefas atualizadas"),
            converted=("Agora é uma tarefa", "Agora são {n} tarefas"),
            cancelled=("Tarefa removida", "{n} tarefas removidas"),
            kept=("Tarefa sem mudanças", "{n} tarefas sem mudanças"),
            flagged=("Confira esta tarefa", "Confira estas {n} tarefas"),
        ),
        "event": KindWords(
            a="um evento",
            finished=("encerrado", "encerrados"),
            created=("Evento anotado", "{n} eventos anotados"),
            reopened=("Evento recuperado", "{n} eventos recuperados"),
            updated=("Evento atualizado", "{n} eventos atualizados"),
            converted=("Agora é um evento", "Agora são {n} eventos"),
            cancelled=("Evento removido", "{n} eventos removidos"),
            kept=("Evento sem mudanças", "{n} eventos sem mudanças"),
            flagged=("Confira este evento", "Confira estes {n} eventos"),
        ),
        "bill": KindWords(
            a="uma conta",
            finished=("paga", "pagas"),
            created=("Conta anotada", "{n} contas anotadas"),
            reopened=("Conta recuperada", "{n} contas recuperadas"),
            updated=("Conta atualizada", "{n} contas atualizadas"),
            converted=("Agora é uma conta a pagar", "Agora são {n} contas a pagar"),
            cancelled=("Conta removida", "{n} contas removidas"),
            kept=("Conta sem mudanças", "{n} contas sem mudanças"),
            flagged=("Confira esta conta", "Confira estas {n} contas"),
        ),
        "note": KindWords(
            a="uma nota",
            finished=("arquivada", "arquivadas"),
            created=("Nota salva", "{n} notas salvas"),
            reopened=("Nota recuperada", "{n} notas recuperadas"),
            updated=("Nota atualizada", "{n} notas atualizadas"),
            converted=("Agora é uma nota", "Agora são {n} notas"),
            cancelled=("Nota removida", "{n} notas removidas"),
            kept=("Nota sem mudanças", "{n} notas sem mudanças"),
            flagged=("Confira esta nota", "Confira estas {n} notas"),
        ),
    },
    categories={
        "electricity": "luz",
        "water": "água",
        "gas": "gás",
        "internet": "internet",
        "phone": "telefone",
        "rent": "aluguel",
        "mortgage": "financiamento",
        "credit_card": "cartão",
        "insurance": "seguro",
        "school": "escola",
        "streaming": "streaming",
        "tax": "impostos",
        "health": "saúde",
        "loan": "empréstimo",
    },
    repeats=RepeatWords(
        daily=("todos os dias", "a cada {n} dias"),
        weekly=("toda semana", "a cada {n} semanas"),
        monthly=("todo mês", "a cada {n} meses"),
        yearly=("todo ano", "a cada {n} anos"),
        on_weekdays="de segunda a sexta",
        on_weekends="todo fim de semana",
        every="{days}",
        every_names=(
            "toda segunda",
            "toda terça",
            "toda quarta",
            "toda quinta",
            "toda sexta",
            "todo sábado",
            "todo domingo",
        ),
        weeks_on="{every}, {days}",
        on_names=("na segunda", "na terça", "na quarta", "na quinta", "na sexta", "no sábado", "no domingo"),
        month_days=("todo dia {days}", "nos dias {days} de cada mês"),
        last_day="no último dia de cada mês",
        months_on="{every}, {on}",
        on_month_days=("no dia {days}", "nos dias {days}"),
        on_last_day="no último dia",
        times=("1 vez", "{n} vezes"),
        until="até {day}",
        unknown="se repete",
    ),
    was="antes, {a}",
    kept_finished=("Já estava {finished}, então fica como está.", "Já estavam {finished}, então ficam como estão."),
    kept_open="Fica como está.",
    flagged_reaction=(
        "Você tirou a reação, mas já estava {finished}. Não mudei nada.",
        "Você tirou a reação, mas já estavam {finished}. Não mudei nada.",
    ),
    flagged_message=(
        "A mensagem mudou ou foi apagada, mas já estava {finished}. Não mudei nada.",
        "A mensagem mudou ou foi apagada, mas já estavam {finished}. Não mudei nada.",
    ),
    flagged_open="A mensagem mudou ou foi apagada. Não mudei nada.",
    help=HelpWords(
        "Estas reações funcionam aqui:", "{emojis} faz de uma mensagem {a}", "Experimente: “{example}” e reaja {emoji}."
    ),
    undo="Tire a reação para desfazer.",
    redo="Foi sem querer? É só reagir de novo.",
    troubles={
        "empty": TroubleWords("Não há nada para ler em {quote}.", "Essa mensagem está vazia."),
        "no_title": TroubleWords(
            "Não encontrei o que anotar em {quote}.", "Não encontrei o que anotar.", "o que fazer ou lembrar"
        ),
        "no_datetime": TroubleWords(
            "Não encontrei a data em {quote}.", "Não encontrei a data.", "o dia e, se houver, a hora"
        ),
        "no_bill": TroubleWords(
            "Não encontrei nenhuma conta em {quote}.", "Não encontrei nenhuma conta.", "a quem pagar ou quanto"
        ),
        "too_slow": TroubleWords(
            "Demorei demais para ler {quote} e parei. Tente com um texto mais curto.",
            "Demorei demais para ler essa mensagem e parei. Tente com um texto mais curto.",
            example_helps=False,
        ),
        "unknown_message": TroubleWords(
            "Já não tenho o texto de {quote}. Encaminhe a mensagem e reaja à cópia.",
            "Não tenho o texto dessa mensagem. Encaminhe a mensagem e reaja à cópia.",
            example_helps=False,
        ),
        "no_text": TroubleWords(
            "Não há texto para ler em {quote}. Escreva em uma mensagem e reaja a ela.",
            "Essa mensagem não tem texto. Escreva em outra e reaja a ela.",
        ),
        "other": TroubleWords("Não consegui ler {quote}.", "Não consegui ler essa mensagem."),
    },
    understood="Entendi: {what}",
    missing="Falta: {what}.",
    try_this="Tente assim: {example}",
    try_this_reaction="Tente assim: {example} e reaja com {emoji}",
)
