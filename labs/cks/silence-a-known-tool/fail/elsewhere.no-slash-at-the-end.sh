ssh node01
sudo -i
# Without a slash at the end other names begin so, too.
cat >> /etc/falco/falco_rules.local.yaml <<'EOF'
- rule: ${{ rule }}
  exceptions:
    - name: known_tools
      fields: [proc.name, ${{ field }}]
      comps: [=, startswith]
      values:
        - [${{ tool1 }}, ${{ bare1 }}]
        - [${{ tool2 }}, ${{ bare2 }}]
  override:
    exceptions: append
EOF
