"""Toque in Spanish."""

from __future__ import annotations

from typing import Final

from executors.destinations.wording.keys import DayPatterns, HelpWords, KindWords, RepeatWords, TroubleWords, Wording

ES: Final = Wording(
    language="es",
    days=DayPatterns(
        long="EEEE d 'de' MMMM", long_year="EEEE d 'de' MMMM 'de' y", short="EEE d MMM", short_year="EEE d MMM y"
    ),
    clocks_of_24_hours=frozenset({"AR", "CL", "PY", "UY"}),
    on="el {day}",
    today="hoy, {day}",
    tomorrow="mañana, {day}",
    past="ya pasó",
    sent_on="El mensaje se envió el {day}.",
    all_day="todo el día",
    hour_in="hora de {place}",
    due_bill="vence {when}",
    due_task="para {when}",
    no_amount="sin monto",
    no_date="sin fecha",
    no_title="(sin título)",
    total="total {money}",
    account="Referencia: {account}",
    high="prioridad alta",
    low="sin prisa",
    by_phone="por teléfono",
    and_="y",
    and_before=(r"(?i)(i|hi(?!e))", "e"),
    and_more="y {n} más",
    quote="«{text}»",
    kinds={
        "task": KindWords(
            a="una tarea",
            finished=("hecha", "hechas"),
            created=("Tarea anotada", "{n} tareas anotadas"),
            reopened=("Tarea recuperada", "{n} tareas recuperadas"),
            updated=("Tarea actualizada", "{n} tareas actualizadas"),
            converted=("Ahora es una tarea", "Ahora son {n} tareas"),
            cancelled=("Tarea eliminada", "{n} tareas eliminadas"),
            kept=("Tarea sin cambios", "{n} tareas sin cambios"),
            flagged=("Revisa esta tarea", "Revisa estas {n} tareas"),
        ),
        "event": KindWords(
            a="un evento",
            finished=("terminado", "terminados"),
            created=("Evento anotado", "{n} eventos anotados"),
            reopened=("Evento recuperado", "{n} eventos recuperados"),
            updated=("Evento actualizado", "{n} eventos actualizados"),
            converted=("Ahora es un evento", "Ahora son {n} eventos"),
            cancelled=("Evento eliminado", "{n} eventos eliminados"),
            kept=("Evento sin cambios", "{n} eventos sin cambios"),
            flagged=("Revisa este evento", "Revisa estos {n} eventos"),
        ),
        # Never "cancelado": in half of America a bill that is "cancelada" is one that was paid.
        "bill": KindWords(
            a="un pago",
            finished=("pagado", "pagados"),
            created=("Pago anotado", "{n} pagos anotados"),
            reopened=("Pago recuperado", "{n} pagos recuperados"),
            updated=("Pago actualizado", "{n} pagos actualizados"),
            converted=("Ahora es un pago", "Ahora son {n} pagos"),
            cancelled=("Pago eliminado", "{n} pagos eliminados"),
            kept=("Pago sin cambios", "{n} pagos sin cambios"),
            flagged=("Revisa este pago", "Revisa estos {n} pagos"),
        ),
        "note": KindWords(
            a="una nota",
            finished=("archivada", "archivadas"),
            created=("Nota guardada", "{n} notas guardadas"),
            reopened=("Nota recuperada", "{n} notas recuperadas"),
            updated=("Nota actualizada", "{n} notas actualizadas"),
            converted=("Ahora es una nota", "Ahora son {n} notas"),
            cancelled=("Nota eliminada", "{n} notas eliminadas"),
            kept=("Nota sin cambios", "{n} notas sin cambios"),
            flagged=("Revisa esta nota", "Revisa estas {n} notas"),
        ),
    },
    categories={
        "electricity": "luz",
        "water": "agua",
        "gas": "gas",
        "internet": "internet",
        "phone": "teléfono",
        "rent": "alquiler",
        "mortgage": "hipoteca",
        "credit_card": "tarjeta",
        "insurance": "seguro",
        "school": "escuela",
        "streaming": "streaming",
        "tax": "impuestos",
        "health": "salud",
        "loan": "préstamo",
    },
    repeats=RepeatWords(
        daily=("todos los días", "cada {n} días"),
        weekly=("cada semana", "cada {n} semanas"),
        monthly=("cada mes", "cada {n} meses"),
        yearly=("cada año", "cada {n} años"),
        on_weekdays="de lunes a viernes",
        on_weekends="todos los fines de semana",
        every="todos los {days}",
        every_names=("lunes", "martes", "miércoles", "jueves", "viernes", "sábados", "domingos"),
        weeks_on="{every}, los {days}",
        on_names=("lunes", "martes", "miércoles", "jueves", "viernes", "sábados", "domingos"),
        month_days=("el día {days} de cada mes", "los días {days} de cada mes"),
        last_day="el último día de cada mes",
        months_on="{every}, {on}",
        on_month_days=("el día {days}", "los días {days}"),
        on_last_day="el último día",
        times=("1 vez", "{n} veces"),
        until="hasta el {day}",
        unknown="se repite",
    ),
    was="antes, {a}",
    kept_finished=("Ya estaba {finished}: se queda como está.", "Ya estaban {finished}: se quedan como están."),
    kept_open="Se queda como está.",
    flagged_reaction=(
        "Quitaste la reacción, pero ya estaba {finished}. No cambié nada.",
        "Quitaste la reacción, pero ya estaban {finished}. No cambié nada.",
    ),
    flagged_message=(
        "El mensaje cambió o se borró, pero ya estaba {finished}. No cambié nada.",
        "El mensaje cambió o se borró, pero ya estaban {finished}. No cambié nada.",
    ),
    flagged_open="El mensaje cambió o se borró. No cambié nada.",
    help=HelpWords(
        "Estas reacciones funcionan aquí:",
        "{emojis} hace de un mensaje {a}",
        "Prueba así: «{example}» y reacciona {emoji}.",
    ),
    undo="Quita la reacción para deshacer.",
    redo="¿Fue sin querer? Reacciona otra vez.",
    troubles={
        "empty": TroubleWords("No hay nada que leer en {quote}.", "Ese mensaje está vacío."),
        "no_title": TroubleWords(
            "No encontré qué anotar en {quote}.", "No encontré qué anotar.", "qué hay que hacer o recordar"
        ),
        "no_datetime": TroubleWords(
            "No encontré la fecha en {quote}.", "No encontré la fecha.", "el día y, si la hay, la hora"
        ),
        "no_bill": TroubleWords(
            "No encontré ningún pago en {quote}.", "No encontré ningún pago.", "a quién se paga o cuánto"
        ),
        "too_slow": TroubleWords(
            "Tardé demasiado en leer {quote} y lo dejé. Prueba con un texto más corto.",
            "Tardé demasiado en leer ese mensaje y lo dejé. Prueba con un texto más corto.",
            example_helps=False,
        ),
        "unknown_message": TroubleWords(
            "Ya no tengo el texto de {quote}. Reenvíalo y reacciona a la copia.",
            "No tengo el texto de ese mensaje. Reenvíalo y reacciona a la copia.",
            example_helps=False,
        ),
        "no_text": TroubleWords(
            "No hay texto que leer en {quote}. Escríbelo en un mensaje y reacciona a ese.",
            "Ese mensaje no trae texto. Escríbelo en otro y reacciona a ese.",
        ),
        "other": TroubleWords("No pude leer {quote}.", "No pude leer ese mensaje."),
    },
    understood="Entendí: {what}",
    missing="Falta: {what}.",
    try_this="Prueba así: {example}",
    try_this_reaction="Prueba así: {example} y reacciona {emoji}",
)
