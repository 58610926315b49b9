#include "gui/views/jobs_view.hpp"

#include "gui/views/looks.hpp"

#include <algorithm>

namespace vidimus::gui {

namespace {

std::string stageKey(pipeline::Stage stage)
{
    static constexpr std::array keys{"acquire", "prepare", "read", "classify", "extract", "check", "done"};
    return std::string("jobs.stage-") + keys[static_cast<std::size_t>(stage)];
}

void drawFile(const ViewContext& ctx, const app::IntakeProgress& file)
{
    const float width = ImGui::GetContentRegionAvail().x;
    const std::string stage = file.failed ? ctx.shown(file.message) : ctx.text(stageKey(file.stage));
    oneLine(ctx.shown(fileNameOf(file.source)), width * 0.5f - px(8), palette().text);
    ImGui::SameLine(width * 0.5f);
    oneLine(stage, width * 0.5f, file.failed ? palette().adverse : palette().muted, fonts().small);
    progressBar(file.fraction, width, px(4),
        file.failed                               ? palette().adverse
            : file.stage == pipeline::Stage::Done ? palette().held
                                                  : palette().accent);
    mark("job.file." + fileNameOf(file.source), stage);
}

void drawActs(const ViewContext& ctx, const app::JobStatus& job)
{
    const std::string id = std::to_string(job.job);
    if (job.running) {
        const std::string text = ctx.text("jobs.cancel");
        alignRight(buttonWidth(text, icon::cancel));
        if (button({.id = "job.cancel." + id, .label = text, .icon = icon::cancel, .kind = ButtonKind::Quiet}))
            ctx.send(app::CancelJob{job.job});
        return;
    }
    const std::string open = ctx.text("jobs.open");
    const bool mayOpen = !job.caseId.empty();
    alignRight((mayOpen ? buttonWidth(open, icon::right) + px(8) : 0) + px(32));
    if (mayOpen) {
        if (button({.id = "job.open." + id, .label = open, .icon = icon::right}))
            ctx.send(app::OpenCaseById{job.caseId});
        ImGui::SameLine(0, px(8));
    }
    if (button({.id = "job.dismiss." + id,
            .label = {},
            .icon = icon::close,
            .kind = ButtonKind::Quiet,
            .tip = ctx.text("jobs.dismiss")}))
        ctx.send(app::DismissJob{job.job});
}

void drawJob(const ViewContext& ctx, const app::JobStatus& job)
{
    const float rows = static_cast<float>(std::min<std::size_t>(job.files.size(), 4));
    const Card card(("job" + std::to_string(job.job)).c_str(), {0, px(80) + rows * px(44)}, 16);
    const char* state = job.running ? "jobs.running"
        : job.cancelled             ? "jobs.cancelled"
        : job.error                 ? "jobs.failed"
                                    : "jobs.finished";
    ImGui::AlignTextToFramePadding();
    oneLine(
        job.subject.empty() ? ctx.text("jobs.unnamed") : ctx.shown(job.subject), px(280), palette().text, fonts().bold);
    ImGui::SameLine(0, px(16));
    label(ctx.text(state));
    mark("job." + std::to_string(job.job), state);
    drawActs(ctx, job);
    if (job.error)
        coloured(std::string(icon::adverse) + " " + ctx.shown(job.error->message), palette().adverse);
    {
        const Pane files("files", {0, 0});
        for (const app::IntakeProgress& file : job.files)
            drawFile(ctx, file);
    }
}

} // namespace

double progressOf(const app::JobStatus& job)
{
    if (job.files.empty())
        return job.running ? 0 : 1;
    double sum = 0;
    for (const app::IntakeProgress& file : job.files)
        sum += file.fraction;
    return sum / static_cast<double>(job.files.size());
}

bool anyRunning(const app::Snapshot& snapshot)
{
    return std::ranges::any_of(snapshot.jobs, &app::JobStatus::running);
}

void drawJobs(const ViewContext& ctx)
{
    for (const app::JobStatus& job : ctx.snapshot.jobs)
        drawJob(ctx, job);
}

} // namespace vidimus::gui
