#pragma once
#include "app/picture_cache.hpp"
#include "app/private_folder.hpp"
#include "app/workbench.hpp"
#include "app/workers.hpp"
#include "pipeline/runner.hpp"

#include <atomic>
#include <condition_variable>
#include <deque>
#include <future>
#include <list>
#include <map>
#include <mutex>
#include <thread>

namespace vidimus::app {

/// One thread applies commands in order; each job reads on a thread of its own and comes back as an internal command.
class WorkbenchImpl final : public Workbench {
public:
    WorkbenchImpl(WorkbenchOptions options, std::unique_ptr<store::CaseStore> store, House house);
    ~WorkbenchImpl() override;

    std::shared_ptr<const Snapshot> snapshot() const override;
    void apply(Command command) override;
    PictureState picture(FileIndex file, PageIndex page, Dpi dpi) override;
    void waitUntilIdle() override;

private:
    using Action = std::function<void()>;
    /// What the last own acts were, newest last; taken back by their reverse.
    struct UndoStep {
        std::string what;
        Command reverse;
    };
    struct RunningJob {
        std::uint64_t number = 0;
        pipeline::Cancellation cancellation;
        std::jthread thread;
    };

    // workbench.cpp: the machinery
    void loop(std::stop_token stop);
    void post(Action action);
    void publish(const std::function<void(Snapshot&)>& change);
    void notice(bool trouble, std::string text);
    bool failed(const Error& error); ///< tells it as a notice; always true
    template <class T> bool failedIf(const Result<T>& result) { return !result && failed(result.error()); }
    std::string say(std::string_view key) const; ///< a text of ours in the language of the snapshot
    std::string language() const;
    Workers* workers(); ///< waits until they have started; null if they cannot
    std::vector<std::string> trustRoots() const; ///< the person's own; the demo brings the root of its invented issuer

    // workbench_accounts.cpp
    void on(const SetLanguage&);
    void on(const CreateFirstAccounts&);
    void on(const AddAccount&);
    void on(const SignIn&);
    void on(const SignOut&);

    // workbench_cases.cpp
    void on(const OpenCaseById&);
    void on(const CloseCase&);
    void on(const SetTerms&);
    void on(const RecordDisposition&);
    void on(const RecordCorrection&);
    void on(const Undo&);
    void on(const CheckAgain&);
    void on(const ExportReport&);
    void on(const DismissNotice&);
    void refreshLists();
    void showCase(const std::string& id);
    bool recheckOpen(); ///< runs the checks again on the open case and keeps what they say
    const Case* openCase(); ///< tells and returns null where none is open

    // workbench_decisions.cpp
    void on(const SubmitCase&);
    void on(const TakeOverCase&);
    void on(const ReturnCase&);
    void on(const ConcludeCase&);
    /// Tells why the store refused an act on the open case. Where another window has changed it since it was shown,
    /// says so and shows it anew: nobody decides on what he has not seen.
    bool refused(const Result<void>& done, const Case& seen);

    // demo.cpp
    void on(const OpenDemo&);

    // workbench_intake.cpp
    void on(const StartIntake&);
    void on(const CancelJob&);
    void on(const DismissJob&);
    void on(const FindScanners&);
    void on(const ScanPage&);
    void startJob(const StartIntake& intake, const std::string& sourceKind);
    void runJob(std::uint64_t number, StartIntake intake, std::string sourceKind, store::Session session,
        pipeline::Cancellation cancellation);
    Result<std::string> readAndKeep(std::uint64_t number, const StartIntake& intake, const std::string& sourceKind,
        const store::Session& session, const pipeline::Cancellation& cancellation);
    Result<std::string> keepWithMeanwhile(const std::string& id, pipeline::Ran& ran, std::size_t filesBefore,
        const store::Session& session, const pipeline::Cancellation& cancellation);
    void onProgress(std::uint64_t number, const pipeline::ProgressEvent& event);
    void finishJob(std::uint64_t number, const Result<std::string>& caseId);

    WorkbenchOptions m_options;
    House m_house;
    std::unique_ptr<store::CaseStore> m_store;
    std::shared_future<std::shared_ptr<Workers>> m_workers;

    mutable std::mutex m_mutex; ///< guards what stands up to the next blank line
    std::shared_ptr<const Snapshot> m_snapshot;
    std::deque<Action> m_queue;
    bool m_busy = false;
    std::size_t m_running = 0; ///< jobs and scans
    std::condition_variable_any m_changed;

    // Used by the command thread only.
    std::optional<store::Session> m_session;
    std::vector<UndoStep> m_undo;
    std::list<RunningJob> m_jobs;
    std::map<std::uint64_t, std::shared_ptr<PrivateFolder>> m_scanFolders; ///< by job
    std::uint64_t m_nextJob = 1, m_nextNotice = 1;

    std::atomic<bool> m_demo = false;
    std::unique_ptr<PictureCache> m_pictures;
    std::jthread m_thread; ///< last: stops before the rest goes
};

} // namespace vidimus::app
