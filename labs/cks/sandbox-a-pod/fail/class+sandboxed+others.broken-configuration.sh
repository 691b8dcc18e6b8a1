# A second table of the same name: containerd does not start any more.
ssh node01
sudo tee -a /etc/containerd/config.toml > /dev/null <<'EOF'
[plugins."io.containerd.cri.v1.runtime".containerd.runtimes.${{ handler }}]
  runtime_type = "${{ type }}"
EOF
exit
ssh controlplane
cat > runtimeclass.yaml <<'EOF'
apiVersion: node.k8s.io/v1
kind: RuntimeClass
metadata:
  name: ${{ class }}
handler: ${{ handler }}
EOF
sed -i 's|^spec:$|&\n  runtimeClassName: ${{ class }}|' pod.yaml
