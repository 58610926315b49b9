#pragma once
#include "pipeline/extract/label_anchors.hpp"
#include "pipeline/read/pass_reader.hpp"

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace vidimus::pipeline {

/// One reading of a whole prepared page, with the labels on it.
struct PageView {
    PageText text;
    std::vector<Anchor> anchors;
    const Pass* source = nullptr;
    std::string pass; ///< key of the pass that most of it comes from
    std::map<std::size_t, std::string> passOfLine; ///< by number in source, where a line comes from a pass of its own

    /// Key of the pass that read what stands there.
    const std::string& passAt(const Region& region) const;
};

/// The readings of one part of a page: as classify read it, in the languages of its design where it was read in others,
/// and, for a Chinese design, once more with its doubtful lines in Han alone.
class PageViews {
public:
    PageViews(PassReader& reader, const DocumentPart& part, const profiles::Profile& profile, const LabelBook& labels)
        : m_reader(reader)
        , m_part(part)
        , m_profile(profile)
        , m_labels(labels)
    {
    }

    /// Asks for the readings. Errors: those of the worker.
    Result<void> open();

    const std::vector<std::unique_ptr<PageView>>& all() const { return m_views; } ///< the one to believe first is first
    const Pass& first() const { return *m_first; } ///< valid once opened
    const PreparedPage& prepared() const { return m_prepared; }
    /// The engine that read the part in no language's own way; empty where none did.
    const std::string& pageEngine() const { return m_pageEngine; }
    /// One more view, in the languages of the design, of what was read by the page engine alone. \return whether there
    /// is a new one. Errors: those of the worker.
    Result<bool> addDesignView();

    /// The labels of the given names instead of those of the whole name, and back.
    void swapGivenNames();

private:
    Result<void> addLanguages();
    Result<void> addHan();
    Result<void> addPass(const PassRequest& request);
    void add(const Pass& pass);

    PassReader& m_reader;
    const DocumentPart& m_part;
    const profiles::Profile& m_profile;
    const LabelBook& m_labels;
    const Pass* m_first = nullptr;
    PreparedPage m_prepared;
    std::string m_pageEngine;
    bool m_designView = false; ///< was asked for
    std::unique_ptr<Pass> m_composed; ///< lines of several passes
    std::vector<std::unique_ptr<PageView>> m_views;
};

} // namespace vidimus::pipeline
