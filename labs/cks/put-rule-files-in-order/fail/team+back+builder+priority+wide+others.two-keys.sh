ssh node01
sudo -i
# `rule_file` and `rules_files` together: Falco does not know which counts.
cat > /etc/falco/rules.d/99-node.yaml <<'EOF'
- rule: ${{ a }}
  enabled: true
  priority: ${{ apriority }}
  output: "${{ aoutput }}"
  override:
    enabled: replace
    priority: replace
    output: replace

- rule: ${{ b }}
  priority: ${{ bpriority }}
  exceptions:
    - name: loaded_on_purpose
      fields: [container.image.repository]
      comps: ["="]
      values:
        - [${{ builder }}]
  override:
    priority: replace
    exceptions: append
EOF
echo 'rules_file: [/etc/falco/team]' >> /etc/falco/falco.yaml
